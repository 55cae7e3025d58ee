//! Running the service on a socket: bounded connections, bounded waits, an orderly end.

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::{Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::http::{self, Limits};
use crate::intake::Desk;
use crate::store::Store;

/// Connections that may wait to be accepted: a crowd that comes back at once. Beyond it the system drops them, and a phone tries
/// again after one, three and seven seconds. The system may allow fewer (Linux: `net.core.somaxconn`).
const WAITING: u32 = 4096;

/// Takes an address and port.
///
/// # Errors
/// The port is in use or not allowed, or this machine has not the address.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // As std does: what the last server left half closed must not keep the next one from starting.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Serves until `stop` is ready; then finishes what is under way and closes the store.
pub async fn serve(
    listener: TcpListener,
    desk: Desk,
    store: Store,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let (_, desks) = watch::channel(Arc::new(desk));
    serve_changing(listener, desks, Router::new(), store, limits, stop).await;
}

/// The same for a site that changes meanwhile: each request is answered by the latest desk. `beside` are routes of the caller's.
pub async fn serve_changing(
    listener: TcpListener,
    desks: watch::Receiver<Arc<Desk>>,
    beside: Router,
    store: Store,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    // A connection is a file; systems commonly allow 1,024 until asked. What is refused shows when they run out.
    let _ = rlimit::increase_nofile_limit(limits.connections as u64 * 2);
    let (router, ahead) = http::router(desks.clone(), beside, store.clone(), limits.clone());
    let service = router.map_request(move |request: hyper::Request<hyper::body::Incoming>| {
        http::without_base(request.map(Body::new), &desks.borrow().site.base)
    });
    let service = TowerToHyperService::new(service);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut stop = pin!(stop);
    loop {
        // The place first: what cannot be served waits in the kernel's queue, which is bounded too.
        let accepted = async { (Arc::clone(&places).acquire_owned().await, listener.accept().await) };
        let (place, stream) = tokio::select! {
            (place, accepted) = accepted => match accepted {
                Ok((stream, _)) => (place, stream),
                Err(error) => {
                    // Out of file descriptors, most likely: others must end first.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        // Answers are small: waiting to fill a packet only delays them.
        let _ = stream.set_nodelay(true);
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.stall));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_buf_size(64 * 1024);
        let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service.clone());
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A phone that walks out of range is no news.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    tracing::info!("stopping: finishing what is under way");
    if tokio::time::timeout(limits.grace, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections did not end in time");
    }
    ahead.abort();
    store.close().await;
}
