import { gzipSync } from 'node:zlib';

import type { Plugin, Rollup } from 'vite';

/** Most bytes after gzip, scripts and styles together, that a person may have to wait for. */
export interface Limits {
  /** What the first page loads. */
  entry: number;
  /** The same, with the text editor that the first click in a text brings. */
  withEditor: number;
}

/** Fails the build when the client outgrows its limits; says the figures when it does not. */
export function weight(limits: Limits): Plugin {
  return {
    name: 'binome-weight',
    apply: 'build',
    generateBundle(_options, bundle) {
      const entry = new Set<string>();
      const editor = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        if (file.isEntry) follow(file, bundle, entry);
        if (file.facadeModuleId?.includes('/ui/editor/')) follow(file, bundle, editor);
      }
      const first = gzipped(entry, bundle);
      const both = gzipped(new Set([...entry, ...editor]), bundle);
      const figures = `first page ${kib(first)} of ${kib(limits.entry)}, with the editor ${kib(both)} of ${kib(limits.withEditor)}`;
      if (first > limits.entry || both > limits.withEditor) this.error(`the client is too heavy: ${figures}`);
      this.info(figures);
    },
  };
}

/** Collects a chunk, the styles it brings and everything it imports at once (not what it loads later). */
function follow(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle, into: Set<string>): void {
  if (into.has(chunk.fileName)) return;
  into.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) into.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') follow(imported, bundle, into);
  }
}

function gzipped(names: Iterable<string>, bundle: Rollup.OutputBundle): number {
  let bytes = 0;
  for (const name of names) {
    const file = bundle[name];
    if (file) bytes += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
  }
  return bytes;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
