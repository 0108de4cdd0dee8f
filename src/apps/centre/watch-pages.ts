import { watch } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildPages } from '../../../build/build-pages.ts'

const QUIET_MS = 300

/** Builds the pages again once their sources have been quiet for a moment. */
export function watchPages(sources: URL): void {
  let waiting: NodeJS.Timeout | undefined
  let building = Promise.resolve()
  watch(fileURLToPath(sources), { recursive: true }, (_event, file) => {
    if (!/\.(tsx?|css|svg|html)$/.test(String(file))) return
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      building = building.then(rebuild)
    }, QUIET_MS)
  })
}

async function rebuild(): Promise<void> {
  const began = Date.now()
  await buildPages({}).then(
    () => console.log(`页面已更新 pages rebuilt (${Date.now() - began} ms)`),
    (error: unknown) => console.error(error),
  )
}
