//! The address under which a phone in the same network finds this machine.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// `http://192.168.1.20:8080`. `None`: nobody else can reach it.
pub(super) fn origin(listening: SocketAddr) -> Option<String> {
    let ip = match listening.ip() {
        ip if ip.is_unspecified() => IpAddr::V4(best(if_addrs::get_if_addrs().unwrap_or_default())?),
        ip if ip.is_loopback() => return None,
        ip => ip,
    };
    Some(match (ip, listening.port()) {
        (IpAddr::V4(ip), 80) => format!("http://{ip}"),
        (IpAddr::V4(ip), port) => format!("http://{ip}:{port}"),
        (IpAddr::V6(ip), port) => format!("http://[{ip}]:{port}"),
    })
}

/// The most likely one: a private address of a card, rather than of a container's bridge.
fn best(interfaces: Vec<if_addrs::Interface>) -> Option<Ipv4Addr> {
    let addresses = interfaces.into_iter().filter_map(|interface| match interface.ip() {
        IpAddr::V4(ip) if !ip.is_loopback() && !ip.is_link_local() => Some((rank(&interface.name, ip), ip)),
        _ => None,
    });
    addresses.min().map(|(_, ip)| ip)
}

fn rank(name: &str, ip: Ipv4Addr) -> u8 {
    let bridge = ["docker", "br-", "veth", "virbr", "cni", "tun", "tap", "wg"]
        .iter()
        .any(|start| name.starts_with(start));
    u8::from(bridge) * 2 + u8::from(!ip.is_private())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_goes_before_a_bridge() {
        let home = Ipv4Addr::new(192, 168, 1, 20);
        assert!(rank("wlp2s0", home) < rank("docker0", Ipv4Addr::new(172, 17, 0, 1)));
        assert!(rank("eth0", home) < rank("eth1", Ipv4Addr::new(203, 0, 113, 7)));
    }

    #[test]
    fn only_what_others_can_reach() {
        assert_eq!(origin("127.0.0.1:8080".parse().unwrap()), None);
        assert_eq!(origin("192.168.1.20:80".parse().unwrap()).as_deref(), Some("http://192.168.1.20"));
        assert_eq!(origin("[fd00::1]:81".parse().unwrap()).as_deref(), Some("http://[fd00::1]:81"));
    }
}
