import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { releaseDigest } from './release.ts'

test('the digest of a release follows every file that runs, where it stands, and nothing else', () => {
  const root = mkdtempSync(join(tmpdir(), 'release-'))
  const write = (path: string, text: string) => writeFileSync(join(root, path), text)
  try {
    for (const folder of ['bin', 'src/deep']) mkdirSync(join(root, folder), { recursive: true })
    for (const path of ['package.json', 'package-lock.json', 'bin/run.js', 'src/deep/a.ts', 'src/b.sql']) write(path, path)
    const first = releaseDigest(root)
    assert.match(first, /^[0-9a-f]{64}$/)
    assert.equal(releaseDigest(root), first)
    write('src/deep/a.test.ts', 'tests do not run at a site')
    write('README.md', 'words')
    assert.equal(releaseDigest(root), first)
    write('src/b.sql', 'another statement')
    const second = releaseDigest(root)
    assert.notEqual(second, first)
    write('src/b.sql', 'src/b.sql')
    assert.equal(releaseDigest(root), first)
    rmSync(join(root, 'src/deep/a.ts'))
    write('src/deep/c.ts', 'src/deep/a.ts')
    assert.notEqual(releaseDigest(root), first)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
