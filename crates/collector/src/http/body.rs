//! Reading a body that may be too large or never end.

use std::time::Duration;

use axum::body::Body;
use http_body_util::BodyExt;
use mot_cua_contract::Problem;

/// More than this is not even drained; the connection is cut.
const MOST_DRAINED: usize = 1024 * 1024;

/// How much a body may be, and how long it may take.
pub(super) struct Most {
    pub(super) bytes: usize,
    pub(super) time: Duration,
    /// What is said to whoever sends more.
    pub(super) title: &'static str,
}

/// The whole body.
///
/// # Errors
/// 413 beyond `most` (what follows is read and thrown away: a client that is cut off while it sends never sees why), 408 where it
/// takes too long or breaks off.
pub(super) async fn read(mut body: Body, most: Most) -> Result<Vec<u8>, Problem> {
    let slow = || Problem::new("timeout", 408, "The body did not arrive");
    let all = async {
        let (mut bytes, mut seen) = (Vec::new(), 0_usize);
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(|_| slow())?.into_data() else { continue };
            seen += data.len();
            if seen > MOST_DRAINED {
                break;
            }
            if seen <= most.bytes {
                bytes.extend_from_slice(&data);
            }
        }
        if seen > most.bytes { Err(Problem::new("invalid", 413, most.title)) } else { Ok(bytes) }
    };
    tokio::time::timeout(most.time, all).await.unwrap_or_else(|_| Err(slow()))
}
