//! Numbers that look random and are the same every time (splitmix64), and how many rounds a test
//! of that kind goes.

/// Where the numbers come from.
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap();
        usize::try_from(self.next() % end).unwrap()
    }

    /// True so many times of a hundred.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// How many rounds: few in `cargo test`, as many as the variable says elsewhere. What is no number
/// there fails, or a mistyped one would pass as few.
pub fn rounds(variable: &str, few: usize) -> usize {
    let said = std::env::var(variable).ok();
    said.map_or(few, |count| {
        count.parse().unwrap_or_else(|_| panic!("{variable} is {count}, which is no number"))
    })
}

/// Does the work of all numbers below `count` on all processors; what each thread returns.
pub fn shared<T: Send>(
    count: usize,
    work: impl Fn(&mut dyn Iterator<Item = usize>) -> T + Sync,
) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let work = &work;
        let started: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || work(&mut (thread..count).step_by(threads))))
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
