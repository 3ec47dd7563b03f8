//! Answers of nobody, filled in as if they were typed: whoever shows the hall to forty people need not type them forty
//! times, and nobody need show what is theirs.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, DataTransfer, Event, EventInit, File, FilePropertyBag, HtmlCanvasElement,
    HtmlElement, HtmlInputElement,
};

use super::code::digits;
use super::spot::Spot;
use super::tour::Example;
use super::words;

/// The photo, pixels.
const SIZE: (u32, u32) = (960, 600);
const JPEG: &str = "image/jpeg";
/// Where the message is that holds a code, and the button that asks for one.
const SMS: &str = ".practice-sms b";
const GET_CODE: &str = ".sign-in .button-plain";

/// Answers a control.
pub(super) fn fill(control: &str, example: Example) {
    let Some(spot) = Spot::find(control) else { return };
    match example {
        Example::Choose(value) => press(&format!("{control}[value='{value}']")),
        Example::Type(text) => write(spot.element(), text),
        Example::Pick(text) => {
            write(spot.element(), text);
            let list = spot.element().get_attribute("aria-controls").unwrap_or_default();
            // The offers come with the next picture of the page.
            request_animation_frame(move || press(&format!("#{list} [role='option']")));
        }
        Example::Code => match code() {
            Some(code) => write(spot.element(), &code),
            None => press(GET_CODE),
        },
        Example::Photo => {
            let input = spot.element().clone();
            spawn_local(async move {
                // A browser that draws nothing leaves it to the person.
                let _ = photograph(&input).await;
            });
        }
    }
}

fn press(selector: &str) {
    if let Some(spot) = Spot::find(selector) {
        spot.element().click();
    }
}

/// The code in the latest message.
fn code() -> Option<String> {
    let said = document().query_selector(SMS).ok().flatten()?.text_content()?;
    digits(&said).map(str::to_owned)
}

fn write(input: &HtmlElement, text: &str) {
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
        tell(input, "input");
        tell(input, "change");
    }
}

/// Tells the page, as the browser does where somebody types.
fn tell(input: &HtmlInputElement, event: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &options) {
        // Nobody forbids it.
        let _ = input.dispatch_event(&event);
    }
}

/// Puts a drawn card into an input for photos.
async fn photograph(input: &HtmlElement) -> Result<(), JsValue> {
    let input: HtmlInputElement = input.clone().unchecked_into();
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    let (width, height) = SIZE;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    draw(&context.unchecked_into(), f64::from(width), f64::from(height))?;
    let drawn = js_sys::Promise::new(&mut |done, _| {
        let taken = Closure::once_into_js(move |blob: JsValue| done.call1(&JsValue::NULL, &blob));
        drop(canvas.to_blob_with_type(taken.unchecked_ref(), JPEG));
    });
    let blob: Blob = JsFuture::from(drawn).await?.dyn_into()?;
    let options = FilePropertyBag::new();
    options.set_type(JPEG);
    let parts = js_sys::Array::of1(&blob);
    let file = File::new_with_blob_sequence_and_options(&parts, words::PHOTO_NAME, &options)?;
    let files = DataTransfer::new()?;
    files.items().add_with_file(&file)?;
    input.set_files(files.files().as_ref());
    tell(&input, "change");
    Ok(())
}

/// A card that nobody takes for one of somebody.
fn draw(context: &CanvasRenderingContext2d, width: f64, height: f64) -> Result<(), JsValue> {
    context.set_fill_style_str("#dfe8ef");
    context.fill_rect(0.0, 0.0, width, height);
    context.set_fill_style_str("#855400");
    context.set_font("72px sans-serif");
    context.set_text_align("center");
    context.fill_text(words::PHOTO_SAYS, width / 2.0, height / 2.0)
}
