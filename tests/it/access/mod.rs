//! What people need who cannot see, cannot use a mouse, or need everything large: names and roles
//! of all widgets, the way of the keyboard, and words that are neither cut nor from elsewhere.

mod keyboard;
mod names;
mod paint;
mod tour;
mod words;
mod written;
