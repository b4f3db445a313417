//! Payments that a single credit is the sum of.

use crate::domain::Money;

/// Payments of which a credit can be the sum: more choices than that nobody looks through.
const MOST_OF_A_SUM: usize = 12;

/// The only choice of two or more that gives the sum; `None` when there is none, or several.
pub(super) fn only_sum(
    from: &[usize],
    sum: Money,
    amount: impl Fn(usize) -> Money,
) -> Option<Vec<usize>> {
    if from.len() < 2 || from.len() > MOST_OF_A_SUM {
        return None;
    }
    let chosen = |mask: u32| {
        from.iter().enumerate().filter(move |(bit, _)| mask >> bit & 1 == 1).map(|(_, at)| *at)
    };
    let fits =
        |mask: &u32| mask.count_ones() > 1 && chosen(*mask).map(&amount).sum::<Money>() == sum;
    let mut found = (0..1_u32 << from.len()).filter(fits);
    let first = found.next()?;
    found.next().is_none().then(|| chosen(first).collect())
}
