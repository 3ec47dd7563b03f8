//! Photos: taken in by content, made harmless, handed out only to who may see them.

use std::path::PathBuf;

use futures_util::future::join_all;
use image::ImageFormat;
use serde_json::json;
use shuiting_shared::api::AttachmentView;
use shuiting_tests::{Person, TestApp, leak, pictures};

async fn served(person: &Person, id: &str) -> Vec<u8> {
    let answer = person.get(&format!("/attachments/{id}")).await.is(200);
    assert_eq!(answer.header("content-type"), "image/jpeg");
    assert_eq!(answer.header("cache-control"), "private, max-age=86400, immutable");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    answer.body
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|at| at == text.as_bytes())
}

#[tokio::test]
async fn a_phones_photo_comes_out_upright_and_without_whereabouts() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let sent = pictures::jpeg_from_a_phone(60, 40);
    assert!(holds(&sent, "Exif") && holds(&sent, pictures::WHEREABOUTS));
    let taken: AttachmentView = guest.post("/attachments").bytes(sent).await.is(201).read();
    assert_eq!((taken.width, taken.height), (40, 60));
    let bytes = served(&guest, &taken.id).await;
    let small = guest
        .get(&format!("/attachments/{}/thumbnail", taken.id))
        .await
        .is(200)
        .body;
    for bytes in [&bytes, &small] {
        assert!(!holds(bytes, "Exif") && !holds(bytes, pictures::WHEREABOUTS));
        let picture = image::load_from_memory(bytes).unwrap().to_rgb8();
        assert_eq!(picture.dimensions(), (40, 60));
        // What lay on top turned to the right: red there, blue on the left.
        let (left, right) = (picture.get_pixel(3, 30).0, picture.get_pixel(36, 30).0);
        assert!(left[2] > left[0] && right[0] > right[2], "{left:?} {right:?}");
    }
    for (path, bytes) in app.place.bytes() {
        assert!(!holds(&bytes, pictures::WHEREABOUTS), "{}", path.display());
    }
}

#[tokio::test]
async fn jpeg_png_and_webp_are_taken_whatever_they_are_called() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    for photo in [pictures::jpeg(50, 40), pictures::png(50, 40), pictures::webp(50, 40)] {
        let ask = guest
            .post("/attachments")
            .header("content-type", "image/x-whatever")
            .bytes(photo);
        let taken: AttachmentView = ask.await.is(201).read();
        assert_eq!((taken.width, taken.height), (50, 40));
        let bytes = served(&guest, &taken.id).await;
        assert_eq!(image::guess_format(&bytes).unwrap(), ImageFormat::Jpeg);
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let whole = pictures::jpeg(200, 200);
    let script = b"<script>alert(1)</script>".to_vec();
    let gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
        .to_vec();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let cut = pictures::png(200, 200);
    let cut = cut[..cut.len() / 2].to_vec();
    for body in [script, gif, svg, cut, whole[..20].to_vec(), Vec::new()] {
        let ask = guest
            .post("/attachments")
            .header("content-type", "image/png")
            .bytes(body);
        ask.await.fails(415, "not_an_image");
    }
    assert!(
        !app.place
            .files()
            .read_dir()
            .unwrap()
            .any(|entry| entry.unwrap().path().is_dir()),
        "nothing was kept"
    );
}

#[tokio::test]
async fn what_hides_behind_a_picture_is_left_out() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let mut sent = pictures::jpeg(40, 30);
    sent.extend(b"<?php system($_GET['c']); ?>");
    let id = guest.uploads(&sent).await;
    assert!(!holds(&served(&guest, &id).await, "php"));
}

#[tokio::test]
async fn what_is_too_large_is_refused_and_the_server_goes_on() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let huge = vec![0xff; 50 * 1024 * 1024];
    guest.post("/attachments").bytes(huge).await.fails(413, "too_large");
    let over = vec![0xff; 12 * 1024 * 1024 + 1];
    guest.post("/attachments").bytes(over).await.fails(413, "too_large");
    let just = vec![0xff; 12 * 1024 * 1024];
    guest.post("/attachments").bytes(just).await.fails(415, "not_an_image");
    guest.uploads(&pictures::jpeg(40, 30)).await;
}

#[tokio::test]
async fn a_large_photo_gets_smaller_and_its_thumbnail_small() {
    let app = TestApp::new().await;
    // Made before anybody connects: making it takes its time.
    let large = pictures::jpeg(2600, 400);
    let guest = app.guest().await;
    let taken: AttachmentView = guest.post("/attachments").bytes(large).await.is(201).read();
    assert_eq!((taken.width, taken.height), (2560, 394));
    let small = guest.get(&format!("/attachments/{}/thumbnail", taken.id)).await.is(200);
    let small = image::load_from_memory(&small.body).unwrap();
    assert_eq!((small.width(), small.height()), (320, 49));
}

#[tokio::test]
async fn a_photo_is_seen_by_its_uploader_and_by_who_sees_the_case() {
    let app = TestApp::new().await;
    let (resident, stranger, clerk) = (
        app.resident("13800000001").await,
        app.resident("13800000002").await,
        app.clerk("clerk").await,
    );
    let photo = resident.uploads(&pictures::jpeg(40, 30)).await;
    let paths = [
        format!("/attachments/{photo}"),
        format!("/attachments/{photo}/thumbnail"),
    ];
    for path in &paths {
        resident.get(path).await.is(200);
        clerk.get(path).await.fails(404, "not_found");
        stranger.get(path).await.fails(404, "not_found");
        app.passer_by().get(path).await.fails(401, "sign_in");
    }
    let mut filing = leak();
    filing["materials"]["photos"] = json!([photo]);
    resident.files(&filing).await;
    for path in &paths {
        resident.get(path).await.is(200);
        clerk.get(path).await.is(200);
        stranger.get(path).await.fails(404, "not_found");
    }
    for nothing in ["x", "..%2f..%2fhall.db", "%00"] {
        clerk
            .get(&format!("/attachments/{nothing}"))
            .await
            .fails(404, "not_found");
    }
}

#[tokio::test]
async fn many_photos_at_one_moment_all_come_in() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let photos: Vec<_> = (0..8).map(|n| pictures::jpeg(300 + n, 200)).collect();
    let ids = join_all(photos.iter().map(|photo| guest.uploads(photo))).await;
    let mut distinct = ids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 8);
    let folders: Vec<PathBuf> = app.place.bytes().into_iter().map(|(path, _)| path).collect();
    assert!(
        !folders
            .iter()
            .any(|path| path.display().to_string().contains("files/../"))
    );
}
