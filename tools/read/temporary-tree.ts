import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Files by path; their text is written as given. */
export type Tree = Readonly<Record<string, string>>

/** Writes the files into a new temporary folder, lets `look` see it, and removes it again. */
export function withTree<T>(tree: Tree, look: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'tree-'))
  try {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return look(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
