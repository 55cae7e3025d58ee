//! A code as SVG.

use super::Matrix;

/// One path of dark runs on a white ground, one unit a module, quiet zone included. It has no size of its own, no `style` and
/// no script, so that it may stand inline under the strictest policy; its name (`aria-label`) is given by whoever shows it.
pub fn svg(matrix: &Matrix) -> String {
    let full = matrix.full_size();
    let side = full.to_string();
    let mut path = String::new();
    for y in 0..full {
        let mut x = 0;
        while x < full {
            let run = (x..full).take_while(|x| matrix.is_dark(*x, y)).count();
            if run > 0 {
                let run_text = run.to_string();
                for piece in
                    ["M", &x.to_string(), " ", &y.to_string(), "h", &run_text, "v1h-", &run_text, "z"]
                {
                    path.push_str(piece);
                }
            }
            x += run.max(1);
        }
    }
    [
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 "#,
        &side,
        " ",
        &side,
        r##"" shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path fill="#000" d=""##,
        &path,
        r#""/></svg>"#,
    ]
    .concat()
}
