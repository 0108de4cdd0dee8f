import { Tabs } from 'antd'
import type { FieldFault } from '../../../../../kernel/result.ts'
import { useWords } from '../../../../../ui/words.ts'
import { PlacingLines } from '../../shared/placing-lines.tsx'
import type { Prose } from '../../../../interactions/contract.ts'
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
  readonly stimulus: Prose | null
  readonly onGo: (path: string) => void
}

/** What a candidate sees, what is wrong, what is alike; behind it remarks and history. */
export function LookZone({ version, draft, faults, isSound, strict, checks, similar, parts, stimulus, onGo }: Props) {
  const {
    look: { tabs: words },
    facts: { placings },
  } = useWords(zh, en)
  const look = (
    <div className="z-look">
      <Preview
        key={draft.type}
        type={draft.type}
        marks={draft.marks}
        documents={draft.documents}
        isSound={isSound}
        parts={parts}
        stimulus={stimulus}
      />
      {draft.placings.length > 0 && (
        <section className="z-look-placings">
          <h3>{placings}</h3>
          <PlacingLines groups={draft.placings} />
        </section>
      )}
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
