//! Taking a port, or saying why not.

use std::io::ErrorKind;
use std::net::SocketAddr;

use anyhow::anyhow;
use tokio::net::TcpListener;

pub(super) fn at(address: SocketAddr) -> anyhow::Result<TcpListener> {
    mot_cua_collector::listen(address).map_err(|error| {
        let port = address.port();
        let other = if port == u16::MAX { 8081 } else { port + 1 };
        match error.kind() {
            ErrorKind::AddrInUse => anyhow!(
                "port {port} is in use: another program (perhaps another mot-cua) listens at it; try --listen {}:{other}",
                address.ip()
            ),
            ErrorKind::PermissionDenied => {
                anyhow!("this user may not listen at port {port}; try --listen {}:8080, or let a web server pass requests on", address.ip())
            }
            ErrorKind::AddrNotAvailable => anyhow!("this machine has not the address {}; try --listen 0.0.0.0:{port}", address.ip()),
            _ => anyhow!(error).context(format!("cannot listen at {address}")),
        }
    })
}
