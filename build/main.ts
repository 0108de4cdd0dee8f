/** Builds the pages that changed; run as a process of its own, so that the bundler's memory goes with it. */
import { buildPages } from './build-pages.ts'

await buildPages({ force: process.argv.includes('--force') })
