//! Where what is in the way is seen to.

use shuiting_shared::water::{Obstacle, WayOut};

use crate::filing::way;

/// The addresses of the ways out, each once. Whoever has paid comes back to `then`.
pub(super) fn ways_out(obstacles: &[Obstacle], number: &str, then: &str) -> Vec<(String, WayOut)> {
    let mut ways: Vec<WayOut> = Vec::new();
    for way in obstacles.iter().filter_map(|obstacle| obstacle.way_out()) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    let address = |way| match way {
        WayOut::Pay => {
            // It holds nothing but a text, which always can be written.
            let query = serde_urlencoded::to_string([("then", then)]).unwrap_or_default();
            format!("/water/{number}/pay?{query}")
        }
        WayOut::File(service) => format!("{}?account={number}", way::intro(service)),
    };
    ways.into_iter().map(|way| (address(way), way)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_out_is_named_once_and_leads_back() {
        let obstacles = [
            Obstacle::Suspended,
            Obstacle::Owed { amount: None },
            Obstacle::Overdue { amount: None },
        ];
        let ways = ways_out(&obstacles, "0769123456", "/services/SUSP?account=0769123456");
        let ways: Vec<_> = ways.into_iter().map(|(address, _)| address).collect();
        assert_eq!(
            ways,
            [
                "/services/RESUME?account=0769123456",
                "/water/0769123456/pay?then=%2Fservices%2FSUSP%3Faccount%3D0769123456",
            ]
        );
        assert_eq!(
            ways_out(&[Obstacle::TwiceThisYear { year: 2026 }], "0769123456", "/"),
            []
        );
    }
}
