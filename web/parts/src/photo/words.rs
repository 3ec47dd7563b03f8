//! The texts of taking and uploading photos.

use shuiting_shared::words::{Bi, bi};

pub(super) const ADD: Bi = bi("拍照或选照片", "Take or choose a photo");
pub(super) const CAMERA: Bi = bi("打开相机", "Open the camera");
pub(super) const PHOTO: Bi = bi("照片", "Photo");
pub(super) const WAITING: Bi = bi("等待上传", "Waiting to upload");
pub(super) const SHRINKING: Bi = bi("正在压缩", "Making it smaller");
pub(super) const SENDING: Bi = bi("正在上传", "Uploading");
pub(super) const FAILED: Bi = bi("没有传上去", "Not uploaded");
pub(super) const AGAIN: Bi = bi("重传", "Try again");
pub(super) const REMOVE: Bi = bi("删去", "Remove");
pub(super) const MOST: Bi = bi("张,最多", "of at most");
