//! From the thumb to the rating: a leak, which nobody need be signed in to report.

use shuiting_shared::words::bi;

use super::usual::{BEGIN, COMES, FOLLOW, GO_ON, LEVEL, NEXT, ON, RATE, RATED, SEND, to_the_rating};
use super::{Ends, Example, Tour, at};

pub(super) const LEAK: Tour = Tour {
    code: "leak",
    title: bi("报一次漏水", "Report a leak"),
    begin: "/",
    stops: to_the_rating![
        at(
            "/",
            ".home-button[href$='/services/LEAK']",
            bi("点「漏水报修」", "Press Report a leak"),
            Ends::Press,
        ),
        at("/services/LEAK", ON, BEGIN, Ends::Press),
        at(
            "/file/LEAK/what",
            "[name='severity']",
            bi("漏得多严重?选「一直在流」", "How bad is it? Choose Running steadily"),
            Ends::Answer(Example::Choose("flow")),
        ),
        at(
            "/file/LEAK/what",
            "[name='side']",
            bi("漏在哪一侧?选一个", "Which side of the meter? Choose one"),
            Ends::Answer(Example::Choose("before")),
        ),
        at("/file/LEAK/what", NEXT, GO_ON, Ends::Press),
        at(
            "/file/LEAK/place",
            "[name='town']",
            bi("选镇街,比如南城", "Choose a town, for example Nancheng"),
            Ends::Answer(Example::Pick("南城")),
        ),
        at(
            "/file/LEAK/place",
            "[name='address']",
            bi("写个地址,随便写一个", "Type an address, any will do"),
            Ends::Answer(Example::Type("鸿福路100号")),
        ),
        at("/file/LEAK/place", NEXT, GO_ON, Ends::Press),
        at(
            "/file/LEAK/photos",
            NEXT,
            bi(
                "照片可以不拍。点最下面的按钮继续",
                "Photos may be left out: press the button at the bottom"
            ),
            Ends::Press,
        ),
        at(
            "/file/LEAK/contact",
            "[name='phone']",
            bi("留个手机号,别填真的", "Leave a mobile number, not your own"),
            Ends::Answer(Example::Type("13800138000")),
        ),
        at("/file/LEAK/contact", NEXT, GO_ON, Ends::Press),
        at("/file/LEAK/check", NEXT, SEND, Ends::Press),
    ],
    end: RATED,
};
