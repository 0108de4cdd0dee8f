import { Tabs } from 'antd'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { OpenedVersion, StudioDraft } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { CheckList } from './check-list.tsx'
import { HistoryZone } from './history-zone.tsx'
import { Preview } from './preview.tsx'
import { SimilarList } from './similar-list.tsx'
import type { Checks, Similar } from './use-checks.ts'

type Props = {
  readonly version: OpenedVersion['version']
  readonly draft: StudioDraft
  readonly faults: readonly FieldFault[]
  readonly isSound: boolean
  readonly strict: boolean
  readonly checks: Checks
  readonly similar: Similar
  readonly parts: StudioParts
  readonly onGo: (path: string) => void
}

/** What a candidate sees, what is wrong, what is alike; behind it remarks and history. */
export function LookZone({ version, draft, faults, isSound, strict, checks, similar, parts, onGo }: Props) {
  const words = useWords(zh, en).look.tabs
  const look = (
    <div className="z-look">
      <Preview key={draft.type} type={draft.type} marks={draft.marks} documents={draft.documents} isSound={isSound} parts={parts} />
      <CheckList faults={faults} strict={strict} checks={checks} onGo={onGo} />
      <SimilarList similar={similar} />
    </div>
  )
  return (
    <Tabs
      size="small"
      items={[
        { key: 'preview', label: words.preview, children: look },
        { key: 'history', label: words.history, children: <HistoryZone itemId={version.itemId} itemVersionId={version.itemVersionId} /> },
      ]}
    />
  )
}
