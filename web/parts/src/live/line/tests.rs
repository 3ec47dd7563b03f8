use proptest::prelude::*;

use super::*;

fn changed(index: u32) -> Changed {
    Changed {
        number: CaseNumber::from_index(index),
        version: 2,
    }
}

fn told(index: u32) -> Order {
    Order::Tell(News::Changed(changed(index)))
}

const ALL: Order = Order::Tell(News::All);

fn said(id: i64) -> Happening {
    Happening::Said(Said::Changed(id, changed(1)))
}

fn here(id: i64) -> Happening {
    Happening::Said(Said::Here(id))
}

/// What is ordered one after the other, each pause at its full length.
fn run(line: &mut Line, happenings: impl IntoIterator<Item = Happening>) -> Vec<Order> {
    happenings
        .into_iter()
        .flat_map(|happening| line.hear(happening, 1.0))
        .collect()
}

fn open() -> Line {
    let mut line = Line::default();
    let orders = run(&mut line, [Happening::Wanted(true), here(7)]);
    assert_eq!(orders, [Order::Open, ALL], "what was fetched before it may be old");
    line
}

#[test]
fn it_is_opened_after_what_was_heard_last() {
    let mut line = Line::default();
    assert_eq!(line.address(Side::Hall), "/api/v1/cases/events");
    assert_eq!(line.address(Side::Desk), "/api/v1/desk/events?side=desk");
    run(&mut line, [Happening::Wanted(true), here(7), said(9)]);
    assert_eq!(line.address(Side::Hall), "/api/v1/cases/events?after=9");
    assert_eq!(line.address(Side::Desk), "/api/v1/desk/events?side=desk&after=9");
}

#[test]
fn what_is_told_twice_is_heard_once() {
    let mut line = open();
    assert_eq!(run(&mut line, [said(8), said(8), said(7), said(9)]), [told(1), told(1)]);
    assert_eq!(run(&mut line, [here(9)]), [], "it beats, and nothing is new");
}

#[test]
fn a_cut_that_the_browser_mends_goes_on_where_it_was() {
    let mut line = open();
    assert_eq!(run(&mut line, [said(8), Happening::Broke]), [told(1)]);
    assert!(line.is_cut());
    assert_eq!(run(&mut line, [here(8), said(8), said(9)]), [told(1)]);
    assert!(!line.is_cut());
}

#[test]
fn what_the_browser_gives_up_is_tried_again_with_pauses_that_grow() {
    let mut line = open();
    let mut pauses = Vec::new();
    for _ in 0..7 {
        let failed = if pauses.is_empty() {
            Happening::Ended
        } else {
            Happening::Answered(false)
        };
        match run(&mut line, [failed]).as_slice() {
            [Order::Close, Order::Wait(pause)] => pauses.push(pause.as_secs()),
            other => panic!("{other:?}"),
        }
        assert!(line.is_cut());
        assert_eq!(run(&mut line, [Happening::Due]), [Order::Close, Order::Ask]);
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 30, 30]);
    assert_eq!(run(&mut line, [Happening::Answered(true)]), [Order::Open]);
    assert!(line.is_cut(), "until something is heard");
    assert_eq!(run(&mut line, [here(7)]), []);
    assert!(!line.is_cut());
    assert_eq!(pause(0, 0.0), Duration::from_millis(500));
}

#[test]
fn while_it_is_cut_all_is_fetched_and_once_more_when_it_is_back() {
    let mut line = open();
    assert_eq!(run(&mut line, [Happening::Poll]), [], "what changes is told");
    assert_eq!(
        run(&mut line, [Happening::Broke, Happening::Poll, Happening::Poll]),
        [ALL, ALL]
    );
    assert_eq!(run(&mut line, [here(7), said(8)]), [ALL, told(1)]);
}

#[test]
fn a_silent_line_is_left_and_the_sign_in_looked_after() {
    let mut line = open();
    let silent = [Happening::Silent, Happening::Answered(true)];
    assert_eq!(run(&mut line, silent), [Order::Close, Order::Ask, Order::Open]);
    assert_eq!(line.address(Side::Hall), "/api/v1/cases/events?after=7");
}

#[test]
fn out_of_sight_it_rests_and_then_goes_on_where_it_was() {
    let mut line = open();
    assert_eq!(run(&mut line, [Happening::Rest]), [Order::Close]);
    assert!(!line.is_cut());
    assert_eq!(run(&mut line, [Happening::Poll, Happening::Silent, said(8)]), []);
    assert_eq!(
        run(&mut line, [Happening::Wake, Happening::Answered(true)]),
        [Order::Close, Order::Ask, Order::Open]
    );
    assert_eq!(run(&mut line, [here(7), said(8)]), [told(1)]);
}

#[test]
fn whoever_signs_in_next_begins_anew() {
    let mut line = open();
    assert_eq!(run(&mut line, [Happening::Wanted(false)]), [Order::Close]);
    assert_eq!(
        run(
            &mut line,
            [Happening::Wanted(false), Happening::Answered(true), said(8)]
        ),
        []
    );
    assert_eq!(line.address(Side::Hall), "/api/v1/cases/events");
    assert_eq!(run(&mut line, [Happening::Wanted(true), here(7)]), [Order::Open, ALL]);
}

#[test]
fn a_case_is_fetched_for_what_is_newer_than_it_is_shown() {
    let number = CaseNumber::from_index(1);
    let news = News::Changed(changed(1));
    assert!(news.concerns(number, None) && news.concerns(number, Some(1)));
    assert!(!news.concerns(number, Some(2)) && !news.concerns(CaseNumber::from_index(2), None));
    assert!(News::All.concerns(number, Some(9)));
}

/// Anything that may happen between two things that are said.
fn trouble() -> impl Strategy<Value = Happening> {
    prop_oneof![
        Just(Happening::Broke),
        Just(Happening::Ended),
        Just(Happening::Silent),
        Just(Happening::Due),
        any::<bool>().prop_map(Happening::Answered),
        Just(Happening::Rest),
        Just(Happening::Wake),
    ]
}

proptest! {
    /// Whatever becomes of the line: as long as the server goes on after the number that it is asked for, each change is
    /// told once and in order.
    #[test]
    fn nothing_is_missed_and_nothing_is_told_twice(troubles in prop::collection::vec((trouble(), 0_i64..4), 0..40)) {
        let mut line = open();
        let (mut newest, mut told) = (7, 0);
        for (trouble, changes) in troubles {
            let mut orders = run(&mut line, [trouble]);
            newest += changes;
            // The line comes back by whatever way is open to it.
            orders.extend(run(&mut line, [Happening::Wake, Happening::Due, Happening::Answered(true)]));
            let from = line.last.unwrap_or_default();
            orders.extend(run(&mut line, [here(from)]));
            // One too many is said again.
            orders.extend(run(&mut line, (from..=newest).map(said)));
            told += orders.iter().filter(|order| matches!(order, Order::Tell(News::Changed(_)))).count();
            prop_assert_eq!(line.last, Some(newest));
            prop_assert!(!line.is_cut());
        }
        prop_assert_eq!(i64::try_from(told).unwrap(), newest - 7);
    }
}
