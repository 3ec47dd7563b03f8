//! A short tone, made by the browser: nothing to fetch.

use leptos::wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState};

/// A fifth above the middle of the piano: heard over talk, and soon over.
const HERTZ: f32 = 660.0;
const LOUDNESS: f32 = 0.12;
const SILENCE: f32 = 0.000_1;
const SECONDS: f64 = 0.35;

/// What makes the tone.
pub(super) struct Tone(AudioContext);

impl Tone {
    /// Readies it. The browser lets it sound only where the person has just pressed something.
    pub(super) fn new() -> Option<Self> {
        let context = AudioContext::new().ok()?;
        // Where it is refused, nothing sounds, and the count is still there.
        drop(context.resume());
        Some(Self(context))
    }

    /// Sounds.
    pub(super) fn sound(&self) {
        // A browser that refuses makes no sound; there is nobody to tell.
        drop(self.play());
    }

    fn play(&self) -> Result<(), JsValue> {
        let Self(context) = self;
        if context.state() == AudioContextState::Closed {
            return Ok(());
        }
        let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
        let now = context.current_time();
        oscillator.frequency().set_value(HERTZ);
        gain.gain().set_value_at_time(LOUDNESS, now)?;
        gain.gain().exponential_ramp_to_value_at_time(SILENCE, now + SECONDS)?;
        oscillator.connect_with_audio_node(&gain)?;
        gain.connect_with_audio_node(&context.destination())?;
        oscillator.start()?;
        oscillator.stop_with_when(now + SECONDS)
    }
}
