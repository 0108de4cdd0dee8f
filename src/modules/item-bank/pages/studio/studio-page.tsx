import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Result } from '../../../../kernel/result.ts'
import { type Told, call } from '../../../../ui/client.ts'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useWords } from '../../../../ui/words.ts'
import { readVersion } from '../../contract.ts'
import { FixedVersion } from './desk/fixed-version.tsx'
import { Studio } from './desk/studio.tsx'
import type { OpenedVersion } from './studio-draft.ts'
import type { StudioParts } from './studio-parts.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../item-bank.css'
import './studio.css'

/** 命题工作室: an own draft to write on; any other version to read. Opening it is recorded, so it is opened once and not again by itself. */
export function StudioPage({ parts }: { readonly parts: StudioParts }) {
  const words = useWords(zh, en)
  const { itemVersionId = '' } = useParams()
  const [opened, again] = useOpened(itemVersionId)
  if (opened === null) return <WaitingSkeleton lines={8} />
  if (!opened.ok)
    return (
      <RefusalNote refusal={opened.refusal} what={words.refusedOpen} next={<Link to="/items">{words.backToBank}</Link>} onRetry={again} />
    )
  const { version } = opened.value
  const writes = version.isMine && version.state === 'draft'
  return writes ? (
    <Studio key={version.itemVersionId} opened={opened.value} parts={parts} />
  ) : (
    <FixedVersion key={version.itemVersionId} opened={opened.value} parts={parts} />
  )
}

type Opened = Result<OpenedVersion, Told>

/** Opens a version once for each visit, and again when that is asked for. */
function useOpened(itemVersionId: string): readonly [Opened | null, () => void] {
  const [tries, setTries] = useState(0)
  const [opened, setOpened] = useState<{ readonly of: string; readonly reply: Opened } | null>(null)
  const of = `${itemVersionId} ${tries}`
  useEffect(() => {
    const ending = new AbortController()
    void call(readVersion, { params: { itemVersionId }, body: {}, signal: ending.signal }).then(reply => {
      if (!ending.signal.aborted) setOpened({ of, reply })
    })
    return () => ending.abort()
  }, [itemVersionId, of])
  return [opened?.of === of ? opened.reply : null, () => setTries(tries + 1)]
}
