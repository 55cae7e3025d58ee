//! Reading a body that may be too large or never end.

use axum::body::Body;
use http_body_util::BodyExt;
use mot_cua_contract::Problem;

use super::Limits;
use crate::intake::MOST_BYTES;

/// More than this is not even drained; the connection is cut.
const MOST_DRAINED: usize = 1024 * 1024;

/// The whole body.
///
/// # Errors
/// 413 beyond [`MOST_BYTES`] (what follows is read and thrown away: a client that is cut off while it sends never sees why), 408
/// where it takes too long or breaks off.
pub(super) async fn read(mut body: Body, limits: &Limits) -> Result<Vec<u8>, Problem> {
    let slow = || Problem::new("timeout", 408, "The body did not arrive");
    let all = async {
        let (mut bytes, mut seen) = (Vec::new(), 0_usize);
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(|_| slow())?.into_data() else { continue };
            seen += data.len();
            if seen > MOST_DRAINED {
                break;
            }
            if seen <= MOST_BYTES {
                bytes.extend_from_slice(&data);
            }
        }
        if seen > MOST_BYTES {
            Err(Problem::new("invalid", 413, "An answer has at most 64 KiB"))
        } else {
            Ok(bytes)
        }
    };
    tokio::time::timeout(limits.body, all).await.unwrap_or_else(|_| Err(slow()))
}
