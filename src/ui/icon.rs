//! Simple line icons, drawn in a square of 16 units; they always stand beside a word.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Overview: four tiles.
    Overview,
    /// Budget: columns of different height.
    Budget,
    /// Planning: a curve that goes on.
    Planning,
    /// Work list: lines with a tick each.
    Tasks,
    /// Grants: a sheet with lines.
    Grant,
    /// Recipients: a town hall.
    Recipient,
    /// Milestones: a flag.
    Milestone,
    /// Journal: a bound book.
    Journal,
    /// Settings: sliders.
    Settings,
    /// Something new.
    Add,
    /// Close, clear.
    Close,
    /// Done, verified.
    Check,
    /// Attention.
    Warning,
    /// A person.
    Person,
    /// A day.
    Calendar,
    /// A point in time.
    Clock,
    /// A ledger file.
    Folder,
    /// Save a copy.
    Save,
    /// Print.
    Print,
    /// Money comes in or goes out.
    Payment,
    /// Take back.
    Reverse,
    /// Search.
    Search,
    /// Sign.
    Pen,
    /// Take the last step of typing back.
    Undo,
    /// Do it again.
    Redo,
    /// Help: a question mark.
    Help,
}

type Line = &'static [(f32, f32)];

impl Icon {
    /// Open polylines of the icon: places.
    const fn lines(self) -> &'static [Line] {
        match self {
            Self::Overview => &[
                &[(2.0, 2.0), (7.0, 2.0), (7.0, 7.0), (2.0, 7.0), (2.0, 2.0)],
                &[(9.5, 2.0), (14.0, 2.0), (14.0, 7.0), (9.5, 7.0), (9.5, 2.0)],
                &[(2.0, 9.5), (7.0, 9.5), (7.0, 14.0), (2.0, 14.0), (2.0, 9.5)],
                &[(9.5, 9.5), (14.0, 9.5), (14.0, 14.0), (9.5, 14.0), (9.5, 9.5)],
            ],
            Self::Budget => &[
                &[(1.5, 14.0), (14.5, 14.0)],
                &[(3.0, 14.0), (3.0, 9.0), (5.5, 9.0), (5.5, 14.0)],
                &[(6.8, 14.0), (6.8, 2.5), (9.3, 2.5), (9.3, 14.0)],
                &[(10.6, 14.0), (10.6, 6.0), (13.1, 6.0), (13.1, 14.0)],
            ],
            Self::Planning => &[
                &[(2.0, 2.0), (2.0, 14.0), (14.5, 14.0)],
                &[(4.0, 11.5), (7.0, 8.0), (9.0, 9.5)],
                &[(10.4, 8.0), (11.4, 6.8)],
                &[(12.6, 5.4), (13.8, 4.0)],
            ],
            Self::Grant => &[
                &[(9.5, 1.5), (3.0, 1.5), (3.0, 14.5), (13.0, 14.5), (13.0, 5.0), (9.5, 1.5)],
                &[(9.5, 1.5), (9.5, 5.0), (13.0, 5.0)],
                &[(5.5, 8.5), (10.5, 8.5)],
                &[(5.5, 11.5), (9.0, 11.5)],
            ],
            Self::Recipient => &[
                &[(1.5, 6.0), (8.0, 2.0), (14.5, 6.0), (1.5, 6.0)],
                &[(3.5, 8.0), (3.5, 12.0)],
                &[(6.5, 8.0), (6.5, 12.0)],
                &[(9.5, 8.0), (9.5, 12.0)],
                &[(12.5, 8.0), (12.5, 12.0)],
                &[(1.5, 14.0), (14.5, 14.0)],
            ],
            Self::Milestone => &[
                &[(3.5, 14.5), (3.5, 1.8)],
                &[(3.5, 2.5), (13.0, 2.5), (10.8, 5.8), (13.0, 9.0), (3.5, 9.0)],
            ],
            Self::Journal => &[
                &[(3.0, 1.5), (13.0, 1.5), (13.0, 14.5), (3.0, 14.5), (3.0, 1.5)],
                &[(5.5, 1.5), (5.5, 14.5)],
                &[(7.8, 5.0), (10.8, 5.0)],
                &[(7.8, 8.0), (10.8, 8.0)],
            ],
            Self::Settings => &[
                &[(2.0, 4.0), (8.5, 4.0)],
                &[(12.5, 4.0), (14.0, 4.0)],
                &[(2.0, 8.0), (3.5, 8.0)],
                &[(7.5, 8.0), (14.0, 8.0)],
                &[(2.0, 12.0), (8.5, 12.0)],
                &[(12.5, 12.0), (14.0, 12.0)],
            ],
            _ => self.things(),
        }
    }

    /// Signs and things.
    const fn things(self) -> &'static [Line] {
        match self {
            Self::Add => &[&[(8.0, 3.0), (8.0, 13.0)], &[(3.0, 8.0), (13.0, 8.0)]],
            Self::Close => &[&[(4.0, 4.0), (12.0, 12.0)], &[(12.0, 4.0), (4.0, 12.0)]],
            Self::Check => &[&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]],
            Self::Warning => &[
                &[(8.0, 2.0), (14.8, 13.8), (1.2, 13.8), (8.0, 2.0)],
                &[(8.0, 6.3), (8.0, 9.8)],
                &[(8.0, 11.6), (8.0, 12.2)],
            ],
            Self::Person => &[&[
                (2.5, 14.5),
                (3.2, 11.6),
                (5.2, 10.0),
                (8.0, 9.6),
                (10.8, 10.0),
                (12.8, 11.6),
                (13.5, 14.5),
            ]],
            Self::Calendar => &[
                &[(2.0, 3.5), (14.0, 3.5), (14.0, 14.0), (2.0, 14.0), (2.0, 3.5)],
                &[(2.0, 6.8), (14.0, 6.8)],
                &[(5.0, 1.5), (5.0, 4.8)],
                &[(11.0, 1.5), (11.0, 4.8)],
            ],
            Self::Clock => &[&[(8.0, 4.2), (8.0, 8.2), (10.8, 9.8)]],
            _ => self.deeds(),
        }
    }

    /// What is done.
    const fn deeds(self) -> &'static [Line] {
        match self {
            Self::Folder => &[&[
                (1.5, 13.0),
                (1.5, 3.0),
                (6.0, 3.0),
                (7.5, 5.0),
                (14.5, 5.0),
                (14.5, 13.0),
                (1.5, 13.0),
            ]],
            Self::Save => &[
                &[(8.0, 1.8), (8.0, 10.0)],
                &[(4.5, 6.8), (8.0, 10.2), (11.5, 6.8)],
                &[(2.0, 11.0), (2.0, 14.0), (14.0, 14.0), (14.0, 11.0)],
            ],
            Self::Print => &[
                &[(4.5, 5.5), (4.5, 1.8), (11.5, 1.8), (11.5, 5.5)],
                &[(4.5, 11.5), (2.0, 11.5), (2.0, 5.5), (14.0, 5.5), (14.0, 11.5), (11.5, 11.5)],
                &[(4.5, 9.0), (11.5, 9.0), (11.5, 14.2), (4.5, 14.2), (4.5, 9.0)],
            ],
            Self::Payment => &[
                &[(1.5, 5.0), (13.5, 5.0)],
                &[(10.5, 2.0), (13.8, 5.0), (10.5, 8.0)],
                &[(14.5, 11.0), (2.5, 11.0)],
                &[(5.5, 8.4), (2.2, 11.0), (5.5, 14.0)],
            ],
            Self::Reverse | Self::Undo => &[
                &[(5.5, 2.5), (2.2, 5.8), (5.5, 9.0)],
                &[
                    (2.4, 5.8),
                    (9.5, 5.8),
                    (12.2, 6.8),
                    (13.5, 9.2),
                    (12.6, 11.8),
                    (10.0, 13.2),
                    (6.0, 13.2),
                ],
            ],
            Self::Search => &[&[(10.3, 10.3), (14.0, 14.0)]],
            Self::Help => &[
                &[
                    (5.9, 6.2),
                    (6.2, 5.0),
                    (7.2, 4.2),
                    (8.6, 4.2),
                    (9.8, 5.0),
                    (10.1, 6.2),
                    (9.5, 7.3),
                    (8.3, 8.1),
                    (8.0, 9.3),
                ],
                &[(8.0, 11.2), (8.0, 11.8)],
            ],
            Self::Pen => &[
                &[(2.0, 14.0), (2.8, 10.6), (11.2, 2.2), (13.8, 4.8), (5.4, 13.2), (2.0, 14.0)],
                &[(9.4, 4.0), (12.0, 6.6)],
            ],
            _ => self.forward(),
        }
    }

    /// What is done again.
    const fn forward(self) -> &'static [Line] {
        match self {
            Self::Tasks => &[
                &[(1.5, 4.0), (3.0, 5.5), (5.5, 2.5)],
                &[(1.5, 11.0), (3.0, 12.5), (5.5, 9.5)],
                &[(8.0, 4.0), (14.5, 4.0)],
                &[(8.0, 11.5), (14.5, 11.5)],
            ],
            Self::Redo => &[
                &[(10.5, 2.5), (13.8, 5.8), (10.5, 9.0)],
                &[
                    (13.6, 5.8),
                    (6.5, 5.8),
                    (3.8, 6.8),
                    (2.5, 9.2),
                    (3.4, 11.8),
                    (6.0, 13.2),
                    (10.0, 13.2),
                ],
            ],
            _ => &[],
        }
    }

    /// Circles of the icon: centre and radius.
    const fn circles(self) -> &'static [(f32, f32, f32)] {
        match self {
            Self::Settings => &[(10.5, 4.0, 1.9), (5.5, 8.0, 1.9), (10.5, 12.0, 1.9)],
            Self::Person => &[(8.0, 5.0, 3.0)],
            Self::Clock | Self::Help => &[(8.0, 8.0, 6.3)],
            Self::Search => &[(6.8, 6.8, 4.6)],
            _ => &[],
        }
    }

    /// Paints the icon into the square.
    pub fn paint(self, painter: &Painter, square: Rect, colour: Color32) {
        let unit = square.width() / 16.0;
        let at = |(x, y): (f32, f32)| -> Pos2 {
            pos2(square.left() + x * unit, square.top() + y * unit)
        };
        let stroke = Stroke::new(1.4 * unit, colour);
        for line in self.lines() {
            painter.add(Shape::line(line.iter().copied().map(at).collect(), stroke));
        }
        for (x, y, radius) in self.circles() {
            painter.circle_stroke(at((*x, *y)), radius * unit, stroke);
        }
    }
}
