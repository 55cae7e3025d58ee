//! Pieces onto pages.

use super::letters::Letters;
use super::pieces::{Keep, Piece, indent, style};
use super::wrap::wrap;
use super::{A4, BODY, BOTTOM, Document, LEFT, TOP, Tone, WIDTH};
use crate::page::{Mark, Page, Panel, Text, Turn};
use crate::text::Align;

#[derive(Debug, Default)]
pub(super) struct Flow {
    done: Vec<Vec<Panel>>,
    /// Strips of the page at hand.
    strips: Vec<Panel>,
    /// Taken of the page at hand.
    y: f32,
}

impl Flow {
    pub(super) fn pour(&mut self, pieces: Vec<Piece>) {
        let mut pieces = pieces.into_iter();
        while let Some(piece) = pieces.next() {
            let mut group = vec![piece];
            while group.last().is_some_and(|last| last.keep == Keep::WithNext) {
                let Some(next) = pieces.next() else { break };
                group.push(next);
            }
            self.put(group);
        }
    }

    /// Together, where a page can hold that.
    fn put(&mut self, group: Vec<Piece>) {
        let height: f32 = group.iter().map(|piece| piece.height).sum();
        if self.y + height > BODY && height <= BODY {
            self.turn();
        }
        for piece in group {
            if piece.keep == Keep::Air && self.strips.is_empty() {
                continue;
            }
            if self.y + piece.height > BODY {
                self.turn();
            }
            if let Some(head) = piece.head.as_ref().filter(|_| self.strips.is_empty()) {
                self.strip(head);
            }
            self.strip(&piece);
        }
    }

    fn strip(&mut self, piece: &Piece) {
        if !piece.marks.is_empty() {
            self.strips.push(Panel {
                y: TOP + self.y,
                width: A4.0,
                height: piece.height,
                marks: piece.marks.clone(),
                ..Panel::default()
            });
        }
        self.y += piece.height;
    }

    fn turn(&mut self) {
        if !self.strips.is_empty() {
            self.done.push(std::mem::take(&mut self.strips));
        }
        self.y = 0.0;
    }

    /// With their numbers.
    pub(super) fn pages(mut self, document: &Document, letters: &mut Letters) -> Vec<Page> {
        self.turn();
        let count = self.done.len();
        let title = letters.clean(&document.title);
        let word = letters.clean(&document.page);
        let (size, weight, ink) = style(Tone::Small);
        // The whole of it stands on the first page.
        let mut running = wrap(letters, &title, weight, size, WIDTH - 30.0).into_iter();
        let running = running.next().unwrap_or_default() + if running.next().is_some() { " …" } else { "" };
        let line = |text: String, align| {
            let free = WIDTH - letters.width(weight, size, &text);
            Mark::Text(Text { x: LEFT + indent(align, free), y: BOTTOM + 9.0, size, weight, ink, text })
        };
        let pages = self.done.into_iter().zip(1..).map(|(mut panels, number)| {
            let marks = vec![
                line(running.clone(), Align::Left),
                line(format!("{word} {number}/{count}"), Align::Right),
            ];
            panels.push(Panel { width: A4.0, height: A4.1, turn: Turn::None, marks, ..Panel::default() });
            Page { width: A4.0, height: A4.1, title: title.clone(), panels }
        });
        pages.collect()
    }
}
