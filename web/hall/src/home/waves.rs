//! Calm water where there is nothing else to show; what is used most stays in the thumb's half.

use leptos::prelude::*;

/// The water, as high as there is room.
#[component]
pub(super) fn Waves() -> impl IntoView {
    view! {
        <div class="waves" aria-hidden="true">
            <svg class="waves-water" viewBox="0 0 360 360" preserveAspectRatio="xMidYMax slice" focusable="false">
                <path class="waves-drop" d="M180 118s30 34 30 57a30 30 0 0 1-60 0c0-23 30-57 30-57z" />
                <path class="waves-shine" d="M164 176a16 16 0 0 0 16 16" />
                <path class="waves-1" d="M-200 250C-120 226-60 274 20 250s140-24 220 0 140 24 220 0 80-18 120 0v110h-780z" />
                <path class="waves-2" d="M-200 288c70-26 140 22 220 0s140-22 220 0 140 22 220 0 80-16 120 0v72h-780z" />
                <path class="waves-3" d="M-200 324c60-20 140 18 220 0s140-18 220 0 140 18 220 0 80-12 120 0v36h-780z" />
            </svg>
        </div>
    }
}

#[cfg(test)]
mod tests {
    const FIRST_SCREEN: &str = include_str!("../../first_screen.html");
    const ICONS: &str = include_str!("../../../parts/style/icons.svg");
    const WAVES: &str = include_str!("waves.rs");

    /// Every path's outline in a drawing.
    fn outlines(drawing: &str) -> Vec<&str> {
        drawing
            .split(" d=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect()
    }

    #[test]
    fn the_first_screen_is_drawn_like_the_program() {
        let known: Vec<_> = outlines(ICONS).into_iter().chain(outlines(WAVES)).collect();
        let drawn = outlines(FIRST_SCREEN);
        assert!(drawn.len() > 10);
        for outline in drawn {
            assert!(known.contains(&outline), "{outline}");
        }
    }

    #[test]
    fn the_first_screen_loads_nothing() {
        assert!(!FIRST_SCREEN.contains("{{"), "the packer does not look into it");
        assert!(!FIRST_SCREEN.contains("style=") && !FIRST_SCREEN.contains("<script"));
    }
}
