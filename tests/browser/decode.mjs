// Reads a code from a PNG with ZXing: another implementation than the one that drew it.
import { readBarcodesFromImageFile, setZXingModuleOverrides } from 'zxing-wasm/reader';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
setZXingModuleOverrides({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) });

/** The text of the one code in the picture. */
export async function decode(png) {
  const [found] = await readBarcodesFromImageFile(new Blob([png]), { formats: ['QRCode'], tryHarder: true });
  if (!found) throw new Error('no code in the picture');
  return found.text;
}
