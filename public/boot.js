// The first tap, before WebAssembly and without it. Shipped as one classic script.
import { start } from './boot/start.mjs';

start();
