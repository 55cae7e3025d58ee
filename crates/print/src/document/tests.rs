#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use crate::page::{Mark, Text};

fn table(rows: impl IntoIterator<Item = [String; 2]>) -> Block {
    let column = |head: &str, share| Column { head: head.to_owned(), share, align: Align::Left };
    let columns = vec![column("Đơn vị", 40.0), column("Tỷ lệ", 10.0)];
    let rows = rows.into_iter().map(|cells| Row { tone: Tone::Plain, cells: cells.to_vec() });
    Block::Table(Table { columns, rows: rows.collect() })
}

fn line(tone: Tone, text: &str) -> Block {
    Block::Line(Line { tone, align: Align::Left, text: text.to_owned() })
}

/// Pages as texts with their places; none may lie outside the margins.
fn laid(blocks: Vec<Block>) -> (Vec<Vec<Text>>, BTreeSet<char>) {
    let fonts = Fonts::new().unwrap();
    let title = "Báo cáo".to_owned();
    let laid = Document { title, page: "Trang".to_owned(), blocks }.lay(&fonts);
    let pages = laid.pages.iter().map(|page| {
        let (number, body) = page.panels.split_last().unwrap();
        assert_eq!(number.marks.len(), 2);
        let texts = body.iter().flat_map(|panel| {
            assert!(panel.y + panel.height <= BOTTOM + 0.01 && panel.y >= TOP, "{panel:?}");
            panel.marks.iter().filter_map(|mark| match mark {
                Mark::Text(text) => Some(Text { y: text.y + panel.y, ..text.clone() }),
                _ => None,
            })
        });
        let texts: Vec<Text> = texts.collect();
        for text in &texts {
            let right = text.x + fonts.width(text.weight, text.size, &text.text);
            assert!(text.x >= LEFT - 0.01 && right <= LEFT + WIDTH + 0.01, "{text:?}");
        }
        texts
    });
    (pages.collect(), laid.missing)
}

fn said(page: &[Text]) -> Vec<&str> {
    page.iter().map(|text| text.text.as_str()).collect()
}

#[test]
fn a_long_table_has_its_heads_on_every_page_and_no_torn_row() {
    // Of 1, 2 or 3 lines.
    let row =
        |at: usize| [format!("Xã số {at} {}", "Đông Tây Nam Bắc ".repeat(at % 3 * 3)), format!("{at},0")];
    let (pages, _) = laid(vec![line(Tone::Heading, "Theo đơn vị"), table((0..200).map(row))]);
    assert!(pages.len() > 3);
    let mut next = 0;
    for page in &pages {
        let all = said(page);
        assert_eq!(all.iter().filter(|text| **text == "Đơn vị").count(), 1, "{all:?}");
        while all.contains(&format!("{next},0").as_str()) {
            let words = all.join(" ");
            let words = words.split_once(&format!("Xã số {next} ")).map_or("", |(_, rest)| rest);
            let own = words.split("Xã số").next().unwrap_or_default();
            assert_eq!(own.matches("Bắc").count(), next % 3 * 3, "row {next} on one page");
            next += 1;
        }
    }
    assert_eq!(next, 200);
}

#[test]
fn a_heading_is_never_the_last_on_its_page() {
    for above in 40..60 {
        let mut blocks: Vec<Block> = (0..above).map(|_| line(Tone::Plain, "dòng")).collect();
        blocks.extend([line(Tone::Heading, "Mục"), table([["Một".to_owned(), "1".to_owned()]])]);
        let (pages, _) = laid(blocks);
        let page = pages.iter().find(|page| said(page).contains(&"Mục")).unwrap();
        assert!(said(page).ends_with(&["Một", "1"]), "{above} lines above");
    }
}

#[test]
fn names_too_long_for_a_line_a_cell_or_a_page_lose_no_letter() {
    let word = "x".repeat(5_000);
    let blocks = vec![
        Block::Sides(vec![Line { tone: Tone::Strong, align: Align::Middle, text: word.clone() }], Vec::new()),
        line(Tone::Title, &word),
        table([[word.clone(), word.clone()]]),
    ];
    let (pages, _) = laid(blocks);
    let count: usize = pages.iter().flatten().map(|text| text.text.matches('x').count()).sum();
    assert_eq!(count, 4 * 5_000);
}

#[test]
fn letters_that_the_font_lacks_are_told_and_marks_of_direction_are_gone() {
    let (pages, missing) = laid(vec![line(Tone::Plain, "Xã Ye\u{302}n \u{202e}مك\u{0}\t 38,0\u{a0}%")]);
    assert_eq!(said(&pages[0]), ["Xã Yên ?? 38,0\u{a0}%"]);
    assert_eq!(missing.into_iter().collect::<String>(), "كم");
    let (pages, _) = laid(Vec::new());
    assert!(pages.is_empty());
}
