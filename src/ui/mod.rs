//! The window: theme, widgets, dialogs and one module per screen.
//!
//! A screen owns its draft, reads a [`context::Context`] and sends an [`action::Action`]; it
//! knows no database, file, thread or other screen. Every word comes from `text`.

pub mod action;
pub mod command;
pub mod context;
pub mod data;
pub mod desk;
pub mod dialog;
mod extract;
pub mod fonts;
pub mod form;
pub mod icon;
mod known;
pub mod manual;
pub mod narrow;
pub mod palette;
pub mod route;
pub mod safety;
pub mod screen;
pub mod shell;
pub mod theme;
mod waiting;
pub mod widget;
