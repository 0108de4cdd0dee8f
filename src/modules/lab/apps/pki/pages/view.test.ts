import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '../../../core/app/stage.test.ts'
import { pkiRuns } from '../runs.ts'
import { colons } from './text.ts'
import { PkiView } from './view.ts'

test('whatever is played, what the authority shows has the shape its pages draw', () => {
  const seen = new Set<string>()
  for (const run of pkiRuns)
    for (const [i, view] of perform(run).views.entries()) {
      const shown = (view as unknown as { readonly apps: { readonly pki?: unknown } }).apps.pki
      if (shown === undefined) continue
      const read = PkiView.safeParse(shown)
      assert.ok(read.success, `${run.name}, step ${i}: ${read.error?.message ?? ''}`)
      for (const [name, there] of Object.entries(read.data)) if (Array.isArray(there) && there.length > 0) seen.add(name)
    }
  for (const name of ['applications', 'certs', 'checks', 'exports', 'keys', 'lists', 'papers', 'requests', 'review', 'signed'])
    assert.ok(seen.has(name), `${name} is never shown`)
})

test('a fingerprint is published in pairs, in capitals', () => {
  assert.equal(colons('d0e2985f'), 'D0:E2:98:5F')
  assert.equal(colons(''), '')
})
