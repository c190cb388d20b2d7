//! Work on many items at once, results in order, memory bounded.

use std::num::NonZeroUsize;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// Results that may wait, per thread, for one before them.
const AHEAD: usize = 16;

/// Deep recursion is nowhere wanted, but a thread should not have less room than the main one.
const STACK: usize = 8 << 20;

/// How far the work is.
struct Progress {
    /// The next item to be taken.
    next: usize,
    /// Items whose results the sink has had.
    done: usize,
    /// The sink has failed: no more work.
    stop: bool,
}

/// Calls `work` on every item, on `jobs` threads, and `sink` with each result, in the order of the items and on this thread.
///
/// A thread waits when it is too far ahead of the sink, so that one slow item does not pile up the results of all behind it.
/// `work` must not panic.
///
/// # Errors
/// The first error of `sink`, after which no further item is taken.
pub fn for_each<T: Sync, R: Send, E>(
    items: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut sink: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs.get().min(items.len());
    if jobs <= 1 {
        return items.iter().try_for_each(|item| sink(work(item)));
    }
    let progress = Mutex::new(Progress {
        next: 0,
        done: 0,
        stop: false,
    });
    let room = Condvar::new();
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let sender = sender.clone();
            let (progress, room, work) = (&progress, &room, &work);
            let run = move || {
                while let Some(i) = take(progress, room, items.len(), jobs * AHEAD) {
                    if sender.send((i, work(&items[i]))).is_err() {
                        return;
                    }
                }
            };
            // Fewer threads than asked for is no failure, as long as there is one.
            if thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, run)
                .is_err()
            {
                break;
            }
        }
        drop(sender);
        // A ring of the results that came early: `waiting[0]` is the next one wanted.
        let mut waiting = std::collections::VecDeque::new();
        let mut done = 0;
        let result = receiver.iter().try_for_each(|(i, result)| {
            let slot = i - done;
            if waiting.len() <= slot {
                waiting.resize_with(slot + 1, || None);
            }
            waiting[slot] = Some(result);
            let before = done;
            while let Some(Some(_)) = waiting.front() {
                if let Some(Some(result)) = waiting.pop_front() {
                    sink(result)?;
                }
                done += 1;
            }
            if done > before {
                lock(&progress).done = done;
                room.notify_all();
            }
            Ok(())
        });
        lock(&progress).stop = true;
        room.notify_all();
        result
    })
}

/// The next item, when the sink is near enough; `None` at the end.
fn take(progress: &Mutex<Progress>, room: &Condvar, items: usize, ahead: usize) -> Option<usize> {
    let mut state = lock(progress);
    loop {
        if state.stop || state.next == items {
            return None;
        }
        if state.next < state.done + ahead {
            state.next += 1;
            return Some(state.next - 1);
        }
        state = room.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

fn lock(progress: &Mutex<Progress>) -> MutexGuard<'_, Progress> {
    // Three counters are never left half written.
    progress.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{AHEAD, for_each};
    use std::num::NonZeroUsize;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn in_order_on_any_number_of_threads() {
        let items: Vec<usize> = (0..500).collect();
        for jobs in [1, 2, 3, 7] {
            let mut seen = Vec::new();
            let work = |&i: &usize| {
                if i % 50 == 0 {
                    std::thread::sleep(Duration::from_millis(2));
                }
                i * 2
            };
            let sink = |r| {
                seen.push(r);
                Ok::<(), ()>(())
            };
            for_each(&items, NonZeroUsize::new(jobs).unwrap(), work, sink).unwrap();
            assert_eq!(seen, items.iter().map(|i| i * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn nobody_runs_far_ahead_of_a_slow_one() {
        let items: Vec<usize> = (0..1000).collect();
        let begun = AtomicUsize::new(0);
        let work = |&i: &usize| {
            if i == 0 {
                std::thread::sleep(Duration::from_millis(100));
                return begun.load(Ordering::SeqCst);
            }
            begun.fetch_add(1, Ordering::SeqCst);
            0
        };
        let mut most = 0;
        let sink = |r: usize| {
            most = most.max(r);
            Ok::<(), ()>(())
        };
        for_each(&items, NonZeroUsize::new(3).unwrap(), work, sink).unwrap();
        assert!(
            most <= 3 * AHEAD,
            "{most} were begun while the first still ran"
        );
    }

    #[test]
    fn a_failing_sink_stops_the_work() {
        let items: Vec<usize> = (0..10_000).collect();
        let begun = AtomicUsize::new(0);
        let work = |_: &usize| begun.fetch_add(1, Ordering::SeqCst);
        let result = for_each(&items, NonZeroUsize::new(2).unwrap(), work, |_| Err("full"));
        assert_eq!(result, Err("full"));
        assert!(begun.load(Ordering::SeqCst) < 100);
    }

    #[test]
    fn nothing_to_do() {
        let none: [usize; 0] = [];
        for_each(
            &none,
            NonZeroUsize::new(2).unwrap(),
            |_| (),
            |()| Ok::<(), ()>(()),
        )
        .unwrap();
    }
}
