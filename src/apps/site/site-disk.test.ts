import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { diskText, judgeSiteDisk } from './site-disk.ts'

const GIB = 1024 ** 3
for (const { probe, said, unsaid } of [
  {
    probe: { syncP50Us: 400, syncP99Us: 10_000, freeBytes: 2 * GIB },
    said: ['0.4毫秒', 'p99 10.0毫秒', '2.0 GB'],
    unsaid: ['过慢', '不足'],
  },
  { probe: { syncP50Us: 9_000, syncP99Us: 10_001, freeBytes: 90 * GIB }, said: ['落盘过慢'], unsaid: ['不足'] },
  { probe: { syncP50Us: 400, syncP99Us: 900, freeBytes: 2 * GIB - 1 }, said: ['不足2 GB'], unsaid: ['过慢'] },
])
  test(`a disk of ${probe.syncP99Us} µs and ${probe.freeBytes} bytes`, () => {
    const text = diskText(probe)
    for (const part of said) assert.ok(text.includes(part), `${part} in ${text}`)
    for (const part of unsaid) assert.ok(!text.includes(part), `${part} not in ${text}`)
  })

test('the disk under this very test is measured', async () => assert.match(await judgeSiteDisk(tmpdir()), /^磁盘：落盘\d+\.\d毫秒/))
