//! How to shut the main valve, in four pictures: water that does not run does no harm while one waits.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::words::{Bi, bi};

/// One picture, on 160 by 96: what is drawn in which colour, and what to do.
struct Picture {
    what: Bi,
    alt: Bi,
    pipe: &'static str,
    body: &'static str,
    way: &'static str,
}

const TITLE: Bi = bi("先关总阀,水就停了", "Shut the main valve first: the water stops");
const STEPS: [Picture; 4] = [
    Picture {
        what: bi(
            "找到总阀:在水表旁边,楼道的水表箱或管道井里",
            "Find the main valve: beside the meter, in the meter box or the pipe shaft",
        ),
        alt: bi(
            "水管上有一个圆水表,它旁边是阀门",
            "A pipe with a round meter, and the valve beside it",
        ),
        pipe: "M8 62h144",
        body: "M34 62a20 20 0 1 1 40 0a20 20 0 1 1-40 0zM54 62l9-9M104 52h24v20h-24zM116 52V38M104 38h24",
        way: "M116 8v18M109 19l7 8 7-8",
    },
    Picture {
        what: bi(
            "圆手轮:顺时针(向右)拧到拧不动",
            "A round wheel: turn it clockwise until it stops",
        ),
        alt: bi(
            "一只圆手轮,箭头指向右转",
            "A round wheel with an arrow that turns right",
        ),
        pipe: "M8 84h144",
        body: "M54 44a26 18 0 1 1 52 0a26 18 0 1 1-52 0zM80 26v36M54 44h52M74 62h12v14H74zM66 76h28v16H66z",
        way: "M44 24C62 2 98 2 116 22M118 8l-1 15-14-4",
    },
    Picture {
        what: bi(
            "长把手:转到和水管成十字",
            "A long handle: turn it until it stands across the pipe",
        ),
        alt: bi(
            "水管横着,把手竖着,和水管成十字",
            "The pipe lies level, the handle stands across it",
        ),
        pipe: "M8 62h144",
        body: "M62 48h36v28H62zM74 50V14a6 6 0 0 1 12 0v36z",
        way: "M132 44C130 26 118 16 102 14M112 6l-11 8 9 10",
    },
    Picture {
        what: bi(
            "打开一个水龙头:慢慢没水了,就是关好了",
            "Open a tap: when the water dies away, it is shut",
        ),
        alt: bi(
            "水龙头开着,只滴下最后一滴水",
            "An open tap, from which the last drop falls",
        ),
        pipe: "M8 34h56",
        body: "M64 24h20v20H64zM84 26h22a14 14 0 0 1 14 14v10h-14v-8a4 4 0 0 0-4-4H84zM74 24V12M62 12h24",
        way: "M113 60s9 10 9 16a9 9 0 0 1-18 0c0-6 9-16 9-16z",
    },
];

/// The pictures, folded in until they are wanted.
#[component]
pub(crate) fn Valve() -> impl IntoView {
    let step = |Picture {
                    what,
                    alt,
                    pipe,
                    body,
                    way,
                }: Picture| {
        view! {
            <li>
                <svg class="valve-picture" viewBox="0 0 160 96" role="img" aria-label=say(alt)>
                    <path class="valve-pipe" d=pipe />
                    <path class="valve-body" d=body />
                    <path class="valve-way" d=way />
                </svg>
                <p>{say(what)}</p>
            </li>
        }
    };
    view! {
        <details class="valve">
            <summary>
                <Icon name="water" />
                <span>{say(TITLE)}</span>
            </summary>
            <ol class="valve-steps" role="list">
                {STEPS.map(step).collect_view()}
            </ol>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_says_in_words_what_it_shows() {
        for step in STEPS {
            for text in [step.what, step.alt] {
                assert!(!text.zh.is_empty() && !text.en.is_empty());
            }
            assert_ne!(step.what, step.alt, "whoever hears both hears nothing twice");
        }
    }
}
