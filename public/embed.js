// <a href="https://danhgia.example.vn/Q/04795-3">Đánh giá Quầy 3</a>
// <script src="https://danhgia.example.vn/embed.js"></script>
//
// Puts the page that the link before it leads to into a frame, in the link's place. The link stays for readers whose browser or
// portal allows no frame. Without a link, attributes of the script say what to show:
// `data-place` (as in a link), `data-lang`, `data-height` (pixels kept free until the page says how tall it is; default 640).
// Events on the frame, bubbling, without answers: mot-cua-ready, -rated, -sent, -pending, -resize, -error.

import { show } from './embed/show.mjs';

show(document.currentScript);
