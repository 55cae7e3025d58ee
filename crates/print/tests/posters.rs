//! Posters as a ward prints them: laid out, drawn, read again.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use mot_cua_print::{
    Begin, Fonts, Letters, Lines, Logo, Part, Poster, Sheet, Words, Wrong, begin, pages, pdf, png, proof, svg,
};

fn lines(all: &[&str]) -> Lines {
    all.iter().map(ToString::to_string).collect()
}

fn poster(sheet: Sheet, purpose: Purpose) -> Poster {
    Poster {
        sheet,
        letters: Letters::Plain,
        purpose,
        office: lines(&[
            "Trung tâm Phục vụ hành chính công xã Thượng Phùng",
            "Public administration service centre",
        ]),
        desk: lines(&[
            "Quầy 12: Lao động, thương binh và xã hội, người có công, trẻ em",
            "Counter 12: welfare",
        ]),
        words: Words {
            headline: lines(&["Ông/bà có hài lòng không?", "Are you satisfied?"]),
            how: lines(&["Quét mã, chạm một khuôn mặt.", "Scan the code, tap a face."]),
            scan: lines(&["Quét bằng Zalo hoặc máy ảnh"]),
            or: lines(&["Hoặc gõ địa chỉ này:"]),
            same: lines(&["Điện thoại phải hiện đúng địa chỉ này. Nếu khác, xin báo cán bộ."]),
            call: lines(&["Cần giúp? Gọi 0218 385 1234"]),
            free: lines(&["Không hỏi tên. Không cần tài khoản."]),
        },
        address: "HTTPS://THUONGPHUNG.TUYENQUANG.GOV.VN/Q/00754-12/DR".to_owned(),
        readable: "thuongphung.tuyenquang.gov.vn/Q/00754-12/DR".to_owned(),
        level: Level::Q,
        logo: None,
    }
}

/// A red square with a yellow one inside.
fn emblem(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(::png::ColorType::Rgb);
    let inside = |at: u32| (side / 4..side * 3 / 4).contains(&at);
    let pixel = |y: u32, x: u32| if inside(x) && inside(y) { [255, 221, 0] } else { [200, 30, 30] };
    let pixels: Vec<u8> = (0..side).flat_map(|y| (0..side).flat_map(move |x| pixel(y, x))).collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

const SHEETS: [Sheet; 4] = [Sheet::A4, Sheet::A5, Sheet::Tent, Sheet::Stickers];

#[test]
fn every_sheet_fits_and_its_code_reads_with_and_without_a_logo() {
    let fonts = Fonts::new().unwrap();
    let logo = Logo::png(&emblem(200)).unwrap();
    for sheet in SHEETS {
        for (purpose, letters, logo) in [
            (Purpose::Rate, Letters::Plain, None),
            (Purpose::Look, Letters::Large, None),
            (Purpose::Say, Letters::Plain, Some(logo.clone())),
            (Purpose::Rate, Letters::Large, Some(logo.clone())),
        ] {
            let one = Poster { letters, logo, ..poster(sheet, purpose) }.clean();
            let all = pages(&[one], &fonts).unwrap();
            proof(&all[0]).unwrap();
            let code = all[0].codes().next().unwrap();
            let (side, module) = if sheet == Sheet::Stickers { (25.0, 0.4) } else { (60.0, 1.0) };
            assert!(code.side >= side && code.module >= module, "{sheet:?} {letters:?}: {code:?}");
        }
    }
}

#[test]
fn stickers_share_a_page_and_the_first_page_carries_a_code() {
    let fonts = Fonts::new().unwrap();
    let many = vec![poster(Sheet::Stickers, Purpose::Rate).clean(); 9];
    let all = pages(&many, &fonts).unwrap();
    assert_eq!(all.iter().map(|page| page.codes().count()).collect::<Vec<_>>(), [8, 1]);
    let places = (0..40).map(|at| format!("Quầy {at}")).collect();
    let first = Begin { title: lines(&["Quét thử trước khi in thêm"]), places, ..Begin::default() };
    let page = begin(&first, &many[0], &fonts).unwrap();
    proof(&page).unwrap();
}

#[test]
fn what_cannot_be_printed_is_named() {
    let fonts = Fonts::new().unwrap();
    let wrong = |change: fn(&mut Poster)| {
        let mut one = poster(Sheet::A4, Purpose::Rate);
        change(&mut one);
        pages(&[one.clean()], &fonts).unwrap_err().1
    };
    assert_eq!(wrong(|one| one.office = lines(&["مكتب"])), Wrong::Letter { part: Part::Office, letter: 'م' });
    assert_eq!(
        wrong(|one| one.desk = lines(&["Quầy \u{202e}1"])),
        Wrong::Letter { part: Part::Desk, letter: '\u{202e}' }
    );
    assert_eq!(wrong(|one| one.desk = lines(&["x".repeat(90).as_str()])), Wrong::Long { part: Part::Desk });
    assert_eq!(wrong(|one| one.office = lines(&[" "])), Wrong::Nameless);
    assert_eq!(wrong(|one| one.address = "x".repeat(2000)), Wrong::Address);
    let composed =
        Poster { office: lines(&["Xã Ye\u{302}n  Lo\u{323}i"]), ..poster(Sheet::A4, Purpose::Rate) }.clean();
    assert_eq!(composed.office, ["Xã Yên Lọi"]);
}

#[test]
fn a_logo_is_a_picture_of_a_fair_size() {
    let told = |bytes: &[u8]| Logo::png(bytes).unwrap_err().to_string();
    assert!(told(b"GIF89a").contains("no PNG"));
    assert!(told(&emblem(8)).contains("8 × 8 pixels"));
    assert!(told(&vec![0; 3 << 20]).contains("2 MB"));
    let torn = emblem(100);
    assert!(told(&torn[..torn.len() / 2]).contains("no PNG"));
    // Says that it has 60,000 × 60,000 pixels: refused before a byte of them is asked for.
    let mut huge = emblem(64);
    huge[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    assert!(Logo::png(&huge).is_err());
}

#[test]
fn the_same_poster_is_the_same_bytes() {
    let draw = || {
        let fonts = Fonts::new().unwrap();
        let one =
            Poster { logo: Some(Logo::png(&emblem(64)).unwrap()), ..poster(Sheet::Tent, Purpose::Look) }
                .clean();
        let all = pages(&[one], &fonts).unwrap();
        (pdf(&all, &fonts, "Xã", "vi"), svg(&all[0], &fonts), png(&all[0], &fonts, 72))
    };
    let (first, again) = (draw(), draw());
    assert!(first == again);
    assert!(first.1.starts_with("<svg") && !first.1.contains("<script") && !first.1.contains("http://t"));
    assert!(first.2.starts_with(b"\x89PNG"));
    assert!(String::from_utf8_lossy(&first.0).contains("/FontFile2"), "letters travel inside");
}
