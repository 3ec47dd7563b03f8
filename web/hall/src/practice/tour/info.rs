//! A filing that needs more: signing in, an identity number and a photo, all of nobody.

use shuiting_shared::words::bi;

use super::usual::{BEGIN, COMES, FOLLOW, GO_ON, LEVEL, NEXT, ON, RATE, RATED, SEND, to_the_rating};
use super::{Ends, Example, Tour, at};

pub(super) const INFO: Tour = Tour {
    code: "info",
    title: bi("换一个手机号", "Change a phone number"),
    begin: "/",
    stops: to_the_rating![
        at(
            "/",
            ".home-cell[href$='/services/INFO']",
            bi("点「信息变更」", "Press Change of details"),
            Ends::Press,
        ),
        at("/services/INFO", ON, BEGIN, Ends::Press),
        at(
            "/sign-in",
            "[name='phone']",
            bi(
                "这项要先登录。手机号随便填,别填真的",
                "This needs a sign-in. Any number will do but your own"
            ),
            Ends::Answer(Example::Type("13800138000")),
        ),
        at(
            "/sign-in",
            "[name='code']",
            bi(
                "点「获取验证码」,把下面出现的六位数填进来",
                "Press Get a code, then type the six digits that appear",
            ),
            Ends::Answer(Example::Code),
        ),
        at(
            "/sign-in",
            ".sign-in button[type='submit']",
            bi("点「登录」", "Sign in"),
            Ends::Press
        ),
        at(
            "/file/INFO/account",
            "[name='account']",
            bi(
                "水费户号,印在水费单上。随便写八位",
                "The account number, as on a bill. Any eight digits"
            ),
            Ends::Answer(Example::Type("12345678")),
        ),
        at(
            "/file/INFO/account",
            "[name='town']",
            bi("选镇街", "Choose a town"),
            Ends::Answer(Example::Pick("南城")),
        ),
        at(
            "/file/INFO/account",
            "[name='address']",
            bi("写个地址", "Type an address"),
            Ends::Answer(Example::Type("体育路8号3栋501")),
        ),
        at("/file/INFO/account", NEXT, GO_ON, Ends::Press),
        at(
            "/file/INFO/who",
            "[name='applicant']",
            bi("谁来申请?选「个人」", "Who applies? Choose A person"),
            Ends::Answer(Example::Choose("person")),
        ),
        at(
            "/file/INFO/who",
            "[name='name']",
            bi("户主的名字,编一个", "The owner's name, any you like"),
            Ends::Answer(Example::Type("李秀英")),
        ),
        at(
            "/file/INFO/who",
            "[name='id_number']",
            bi(
                "身份证号,用「替我填」的样号,别填真的",
                "An identity number: let us fill in a sample, not yours"
            ),
            // The example printed in GB 11643.
            Ends::Answer(Example::Type("11010519491231002X")),
        ),
        at(
            "/file/INFO/who",
            "[name='phone']",
            bi("联系的手机号", "A number to reach you"),
            Ends::Answer(Example::Type("13800138000")),
        ),
        at("/file/INFO/who", NEXT, GO_ON, Ends::Press),
        at(
            "/file/INFO/change",
            "[name='change']",
            bi("要改什么?选「手机号」", "What changes? Choose Mobile number"),
            Ends::Answer(Example::Choose("phone")),
        ),
        at(
            "/file/INFO/change",
            "[name='new_phone']",
            bi("新的手机号", "The new number"),
            Ends::Answer(Example::Type("13800138001")),
        ),
        at("/file/INFO/change", NEXT, GO_ON, Ends::Press),
        at(
            "/file/INFO/materials",
            ".tile-add:not(.tile-camera) input",
            bi(
                "要一张身份证照片。点「替我填」用画的,别拍真的",
                "A photo of an identity card: let us draw one, do not take yours",
            ),
            Ends::Answer(Example::Photo),
        ),
        at("/file/INFO/materials", NEXT, GO_ON, Ends::Press),
        at("/file/INFO/check", NEXT, SEND, Ends::Press),
    ],
    end: RATED,
};
