//! The log on disk, kept by many tabs at once, in a store that is slow, silent, full, emptied or deleted.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test should stop there")]

mod entries;
#[path = "keeper/world.rs"]
mod world;

use factdeck::memory::{Storage, Trouble};
use proptest::prelude::*;
use proptest::strategy::Union;
use world::{ENTRIES_A_WRITE, Happening, World};

const SERVES: Happening = Happening::Serves { last: false };
const KILLED: Happening = Happening::Restarts { is_handed_done: false };
const HEARS: Happening = Happening::Hears { last: false };

fn done(world: &mut World, at: usize) {
    world.happens(at, &SERVES);
    world.happens(at, &HEARS);
}

/// One tab, its log read.
fn read() -> World {
    let mut world = World::new(1);
    done(&mut world, 0);
    world
}

/// What the tab knows, how many of it wait, and where attempts go.
fn state(world: &World) -> (usize, usize, Storage) {
    let journal = &world.tabs[0].journal;
    (journal.log().attempt_count(), journal.unsaved_count(), journal.storage())
}

#[test]
fn an_answer_is_said_to_be_stored_once_it_is() {
    let mut world = read();
    world.happens(0, &Happening::Answers(1));
    assert_eq!(state(&world), (1, 1, Storage::Ready));
    world.happens(0, &SERVES);
    assert_eq!(state(&world), (1, 1, Storage::Ready));
    world.happens(0, &HEARS);
    assert_eq!(state(&world), (1, 0, Storage::Ready));
    assert_eq!(world.store.entries().len(), 1);
}

#[test]
fn a_store_that_never_opens_is_told_and_its_late_answer_taken() {
    let mut world = World::new(1);
    world.happens(0, &Happening::Answers(1));
    world.happens(0, &Happening::GivesUp);
    assert_eq!(state(&world), (1, 1, Storage::Failed(Trouble::Silent)));
    // The next answer tries anew; the first try is answered first.
    world.happens(0, &Happening::Answers(1));
    done(&mut world, 0);
    assert_eq!(state(&world), (2, 2, Storage::Failed(Trouble::Silent)), "read, and nothing written yet");
    done(&mut world, 0);
    done(&mut world, 0);
    assert_eq!(state(&world), (2, 0, Storage::Ready));
}

#[test]
fn a_write_that_is_silent_holds_up_no_other() {
    let mut world = read();
    world.happens(0, &Happening::Answers(1));
    world.happens(0, &Happening::GivesUp);
    assert_eq!(state(&world), (1, 1, Storage::Failed(Trouble::Silent)));
    world.happens(0, &Happening::Answers(1));
    // A new connection, which looks first, then both.
    for _ in 0..2 {
        world.happens(0, &Happening::Serves { last: true });
        world.happens(0, &HEARS);
    }
    assert_eq!(state(&world), (2, 0, Storage::Ready));
    assert_eq!(world.store.entries().len(), 2);
    // The first write is answered at last, and not well.
    world.happens(0, &Happening::Refuses(Trouble::Full));
    world.happens(0, &HEARS);
    assert_eq!(state(&world), (2, 0, Storage::Ready));
}

#[test]
fn a_failure_is_tried_again_once_on_a_new_connection_and_then_with_the_next_answer() {
    for trouble in [Trouble::Lost, Trouble::Full, Trouble::Denied] {
        let mut world = read();
        world.happens(0, &Happening::Answers(1));
        world.happens(0, &Happening::Refuses(trouble));
        world.happens(0, &HEARS);
        if trouble == Trouble::Lost {
            assert_eq!(state(&world), (1, 1, Storage::Ready), "not told before it was tried again");
            done(&mut world, 0);
            world.happens(0, &Happening::Refuses(trouble));
            world.happens(0, &HEARS);
        }
        assert_eq!(state(&world), (1, 1, Storage::Failed(trouble)));
        // Nothing is tried by itself.
        done(&mut world, 0);
        assert_eq!(state(&world), (1, 1, Storage::Failed(trouble)));
        world.happens(0, &Happening::Answers(1));
        world.settle();
        assert_eq!(state(&world), (2, 0, Storage::Ready), "{trouble:?}");
    }
}

#[test]
fn what_failed_is_tried_again_after_some_time_and_each_time_later() {
    let wait = |world: &World| world.tabs[0].wait_millis();
    for trouble in [Trouble::Full, Trouble::Denied, Trouble::Silent] {
        let mut world = read();
        assert_eq!(wait(&world), None);
        world.happens(0, &Happening::Answers(1));
        assert_eq!(wait(&world), None, "it is under way");
        for seconds in [5, 10, 20, 40, 80, 160, 320, 320, 320] {
            while wait(&world).is_none() {
                world.happens(0, &Happening::Refuses(trouble));
                world.happens(0, &HEARS);
            }
            assert_eq!(wait(&world), Some(seconds * 1000), "{trouble:?}");
            world.happens(0, &Happening::Waits);
            assert_eq!(wait(&world), None, "it is tried");
        }
        world.settle();
        assert_eq!((state(&world), wait(&world)), ((1, 0, Storage::Ready), None));
        world.happens(0, &Happening::Answers(1));
        while wait(&world).is_none() {
            world.happens(0, &Happening::Refuses(trouble));
            world.happens(0, &HEARS);
        }
        assert_eq!(wait(&world), Some(5000), "it begins anew once something was stored");
    }
}

#[test]
fn a_store_that_opens_later_is_read_without_an_answer() {
    let mut world = World::new(1);
    world.happens(0, &Happening::Refuses(Trouble::Denied));
    world.happens(0, &HEARS);
    assert_eq!(state(&world).2, Storage::Failed(Trouble::Denied));
    done(&mut world, 0);
    assert_eq!(state(&world).2, Storage::Failed(Trouble::Denied), "nothing is tried at once");
    world.happens(0, &Happening::Waits);
    done(&mut world, 0);
    assert_eq!(state(&world).2, Storage::Ready);
}

#[test]
fn a_store_that_can_be_read_and_not_written_is_not_taken_for_sound() {
    let mut world = read();
    for _ in 0..3 {
        world.happens(0, &Happening::Answers(1));
        for _ in 0..10 {
            world.happens(0, &Happening::Refuses(Trouble::Lost));
            world.happens(0, &HEARS);
            done(&mut world, 0);
        }
        // Reads are served in between, writes never.
        assert!(world.store.entries().len() <= 3);
    }
    let mut world = read();
    world.happens(0, &Happening::Answers(1));
    world.happens(0, &Happening::Refuses(Trouble::Lost));
    world.happens(0, &HEARS);
    done(&mut world, 0);
    world.happens(0, &Happening::Refuses(Trouble::Lost));
    world.happens(0, &HEARS);
    world.happens(0, &Happening::Looks);
    done(&mut world, 0);
    assert_eq!(state(&world).2, Storage::Failed(Trouble::Lost));
}

#[test]
fn what_was_deleted_from_elsewhere_is_told_and_stored_again() {
    let mut world = read();
    world.happens(0, &Happening::Answers(3));
    world.settle();
    assert!(!world.tabs[0].journal.has_vanished());
    world.happens(0, &Happening::Deletes);
    world.happens(0, &Happening::Answers(1));
    world.settle();
    assert!(world.tabs[0].journal.has_vanished());
    assert_eq!(state(&world), (4, 0, Storage::Ready));
    assert_eq!(world.agreed().unwrap().len(), 4);
}

#[test]
fn a_restore_that_is_cut_off_is_told_when_the_app_is_opened_again() {
    for (writes, is_told) in [(1, true), (2, true), (3, false)] {
        let mut world = read();
        world.happens(0, &Happening::Restores(2 * ENTRIES_A_WRITE + 1));
        for _ in 0..writes {
            done(&mut world, 0);
        }
        assert!(!world.tabs[0].journal.is_unfinished(), "not while it goes on");
        world.happens(0, &KILLED);
        done(&mut world, 0);
        assert_eq!(world.tabs[0].journal.is_unfinished(), is_told, "after {writes} writes");
        // To restore it again is what is asked for.
        world.happens(0, &Happening::Restores(1));
        assert!(!world.tabs[0].journal.is_unfinished());
    }
}

#[test]
fn everything_erased_while_a_backup_is_restored_elsewhere_stays_erased() {
    let mut world = World::new(2);
    world.settle();
    world.happens(0, &Happening::Restores(2 * ENTRIES_A_WRITE + 1));
    done(&mut world, 0);
    world.happens(1, &Happening::Erases);
    done(&mut world, 1);
    // The other tab has not heard of it yet, and goes on.
    world.happens(0, &SERVES);
    world.happens(0, &HEARS);
    world.settle();
    assert_eq!(world.agreed().unwrap().len(), 0);
    world.happens(0, &KILLED);
    world.settle();
    assert_eq!(world.agreed().unwrap().len(), 0);
}

#[test]
fn what_is_answered_after_erasing_stays() {
    let mut world = read();
    world.happens(0, &Happening::Answers(2));
    world.settle();
    world.happens(0, &Happening::Erases);
    let journal = &world.tabs[0].journal;
    assert!(journal.is_erasing());
    assert!(!journal.is_empty() && !journal.is_settled(), "not said before it is done");
    world.happens(0, &Happening::Answers(1));
    world.settle();
    assert_eq!(world.agreed().unwrap().len(), 1);
    assert!(!world.tabs[0].journal.is_erasing());
}

#[test]
fn an_erasing_that_is_silent_is_made_up_for() {
    // Whether the store had done it or not.
    for was_done in [true, false] {
        let mut world = read();
        world.happens(0, &Happening::Answers(2));
        world.settle();
        world.happens(0, &Happening::Erases);
        if was_done {
            world.happens(0, &SERVES);
        }
        world.happens(0, &Happening::GivesUp);
        world.happens(0, &Happening::Answers(1));
        world.happens(0, &Happening::Serves { last: true });
        world.happens(0, &Happening::Hears { last: true });
        world.settle();
        assert_eq!(world.agreed().unwrap().len(), 1, "{was_done}");
    }
}

#[test]
fn where_nothing_can_be_stored_erasing_is_done_at_once() {
    let mut world = World::new(1);
    world.happens(0, &Happening::Answers(1));
    world.happens(0, &Happening::Erases);
    // The try from before, which is of no interest any more, and the one after.
    for _ in 0..2 {
        world.happens(0, &Happening::Refuses(Trouble::Denied));
        world.happens(0, &HEARS);
    }
    let journal = &world.tabs[0].journal;
    assert!(journal.is_empty() && !journal.is_erasing());
    assert_eq!(journal.storage(), Storage::Failed(Trouble::Denied));
}

#[test]
fn news_that_nobody_has_stored_counts_for_nothing() {
    let mut world = read();
    for news in [r#"["tab9-00000000000000000001"]"#, "[]", "[", "erased", r#"[["a","b"]]"#] {
        world.tells(0, news);
        world.settle();
        assert_eq!(state(&world), (0, 0, Storage::Ready), "{news}");
    }
}

#[test]
fn erasing_waits_for_nothing_that_is_under_way() {
    let mut world = read();
    world.happens(0, &Happening::Answers(1));
    world.happens(0, &Happening::Erases);
    world.happens(0, &Happening::Serves { last: true });
    world.happens(0, &HEARS);
    assert!(!world.tabs[0].journal.is_erasing());
    // The write from before is served at last, and removed when it is seen.
    world.settle();
    assert_eq!(world.agreed().unwrap().len(), 0);
    assert!(world.store.is_swept());
}

#[test]
fn stories_that_once_went_wrong() {
    use Happening::{Answers, Erases, GivesUp, ReadsNews, Serves};
    const LAST: Happening = Serves { last: true };
    let stories = [
        // A late read made an erasing go on, and the read after it showed what the erasing then removed.
        vec![(2, Erases), (2, GivesUp), (0, Erases), (0, Answers(1)), (2, LAST)],
        // News of what was written in an era that had ended were looked up in that era.
        vec![
            (1, Erases),
            (2, SERVES),
            (2, Answers(1)),
            (0, SERVES),
            (2, HEARS),
            (1, LAST),
            (1, HEARS),
            (1, SERVES),
            (1, SERVES),
            (2, SERVES),
            (2, HEARS),
            (0, ReadsNews),
        ],
    ];
    for story in stories {
        let world = told(&story);
        let stored = world.agreed().unwrap();
        assert!(stored.is_disjoint(&world.store.erased), "{story:?}");
        assert!(world.said.difference(&world.store.erased).all(|id| stored.contains(id)), "{story:?}");
    }
}

fn any_trouble() -> impl Strategy<Value = Trouble> {
    proptest::sample::select(vec![Trouble::Lost, Trouble::Full, Trouble::Denied])
}

fn any_happening(erases: u32, deletes: u32) -> impl Strategy<Value = Happening> {
    let weights = [
        (6, (1_usize..3).prop_map(Happening::Answers).boxed()),
        (2, (1..3 * ENTRIES_A_WRITE).prop_map(Happening::Restores).boxed()),
        (12, any::<bool>().prop_map(|last| Happening::Serves { last }).boxed()),
        (12, any::<bool>().prop_map(|last| Happening::Hears { last }).boxed()),
        (3, any_trouble().prop_map(Happening::Refuses).boxed()),
        (3, Just(Happening::GivesUp).boxed()),
        (3, Just(Happening::Waits).boxed()),
        (4, Just(Happening::ReadsNews).boxed()),
        (2, Just(Happening::Looks).boxed()),
        (1, any::<bool>().prop_map(|is_handed_done| Happening::Restarts { is_handed_done }).boxed()),
        (erases, Just(Happening::Erases).boxed()),
        (deletes, Just(Happening::Deletes).boxed()),
    ];
    Union::new_weighted(weights.into_iter().filter(|(weight, _)| *weight > 0).collect())
}

fn any_story(erases: u32, deletes: u32) -> impl Strategy<Value = Vec<(usize, Happening)>> {
    proptest::collection::vec((0_usize..3, any_happening(erases, deletes)), 0..50)
}

fn told(story: &[(usize, Happening)]) -> World {
    let mut world = World::new(3);
    for (at, happening) in story {
        world.happens(*at, happening);
    }
    world.settle();
    world
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever the store does: what was said to be stored is there, nothing that was erased comes back, and
    /// all tabs agree.
    #[test]
    fn nothing_said_is_lost_and_nothing_erased_comes_back(story in any_story(2, 0)) {
        let world = told(&story);
        let stored = world.agreed().map_err(TestCaseError::fail)?;
        prop_assert!(stored.is_disjoint(&world.store.erased));
        prop_assert!(world.store.is_swept(), "what was erased is gone from the disk too");
        let lost: Vec<_> = world.said.difference(&world.store.erased).filter(|id| !stored.contains(id)).collect();
        prop_assert!(lost.is_empty(), "{lost:?}");
    }

    /// The same where the database is deleted from elsewhere.
    #[test]
    fn what_any_tab_knows_outlives_the_database(story in any_story(0, 2)) {
        let mut world = told(&story);
        let before = world.agreed().map_err(TestCaseError::fail)?;
        world.happens(0, &Happening::Deletes);
        world.settle();
        prop_assert_eq!(world.agreed().map_err(TestCaseError::fail)?, before);
    }

    /// And with both, the tabs agree in the end.
    #[test]
    fn tabs_agree_in_the_end(story in any_story(2, 2)) {
        told(&story).agreed().map_err(TestCaseError::fail)?;
    }
}
