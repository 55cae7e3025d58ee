// Builds the SurveyJS page and serves it as well as static files can be served: minified, brotli 11, HTTP/1.1 with keep-alive,
// the same as what `mot-cua serve` does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

/** The faces' question of our own sample site, alone on a page. */
function faces(root) {
  const quick = JSON.parse(readFileSync(join(root, 'public/surveys/quick.json'), 'utf8'));
  return { title: quick.title, pages: [quick.pages[0]], showProgressBar: false };
}

async function build(modules, definition) {
  const esbuild = await import(join(modules, 'esbuild/lib/main.js'));
  const result = await esbuild.default.build({
    entryPoints: [join(HERE, 'page.mjs')],
    outdir: '/',
    entryNames: 'page',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'chrome96',
    nodePaths: [modules],
    loader: { '.woff2': 'dataurl', '.woff': 'dataurl' },
    plugins: [
      {
        name: 'definition',
        setup(plugin) {
          plugin.onResolve({ filter: /^definition$/ }, () => ({ path: 'definition', namespace: 'definition' }));
          plugin.onLoad({ filter: /.*/, namespace: 'definition' }, () => ({ contents: JSON.stringify(definition), loader: 'json' }));
        },
      },
    ],
  });
  return new Map(result.outputFiles.map((file) => [file.path, Buffer.from(file.contents)]));
}

const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/** → { origin, close(), versions } */
export async function serveSurveyJs(root, modules, definition = faces(root)) {
  const files = await build(modules, definition);
  files.set('/', readFileSync(join(HERE, 'index.html')));
  const packed = new Map(
    [...files].map(([path, bytes]) => [path, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })]),
  );
  const server = createServer((request, reply) => {
    const bytes = packed.get(request.url);
    if (!bytes) {
      reply.writeHead(404).end();
      return;
    }
    const type = TYPES[request.url === '/' ? 'html' : request.url.split('.').pop()];
    reply.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': bytes.length });
    reply.end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const version = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
    versions: ['survey-core', 'survey-react-ui', 'preact'].map((name) => `${name} ${version(name)}`).join(', '),
  };
}
