import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES, type InteractionType } from '../../../../interactions/contract.ts'
import { MARKS_OF_TYPE, isTheoryType } from '../../../contract.ts'
import { FactsZone } from '../facts/facts-zone.tsx'
import { usePictureDialog } from '../facts/use-picture-dialog.tsx'
import { KeyHelp } from './key-help.tsx'
import { LookZone } from '../looking/look-zone.tsx'
import { useChecks, useSimilar } from '../looking/use-checks.ts'
import { type Zone, focusPath, zoneOf } from '../places.ts'
import { SaveStateWord } from '../saving/save-state.tsx'
import { useDraft } from '../saving/use-draft.ts'
import { SendDialog } from './send-dialog.tsx'
import { type OpenedVersion, draftOf, usualMarks } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { useStudioKeys } from './use-studio-keys.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ZoneTabs } from './zone-tabs.tsx'

const newId = () => crypto.randomUUID()

/** The desk of a writer: facts left, the item in the middle, what a candidate sees and what the machine notices right. */
export function Studio({ opened, parts }: { readonly opened: OpenedVersion; readonly parts: StudioParts }) {
  const { version } = opened
  const words = useWords(zh, en)
  const language = useLanguage()
  const navigate = useNavigate()
  const page = useRef<HTMLDivElement>(null)
  const [zone, setZone] = useState<Zone>('write')
  const [asks, setAsks] = useState<'send' | 'keys' | null>(null)
  const [strict, setStrict] = useState(false)
  const [media, setMedia] = useState(opened.media)
  const { draft, change, state, flush, guard } = useDraft(version.itemVersionId, draftOf(opened), version.guard)
  const checks = useChecks(version, draft)
  const similar = useSimilar(version.itemId, draft.documents.content)
  const pictures = usePictureDialog(version.writer, kept => setMedia(known => [...known, kept]))
  const own = parts.faultsOf(draft.type, draft.documents)
  const faults = [...own, ...checks.factFaults]
  const go = (path: string) => {
    setStrict(true)
    setZone(zoneOf(path))
    requestAnimationFrame(() => page.current && focusPath(page.current, path))
  }
  const toFaults = () => {
    setAsks(null)
    const [first] = faults
    if (first) go(first.path)
  }
  const turn = (type: InteractionType) => {
    const isUsual = isTheoryType(draft.type) ? draft.marks === MARKS_OF_TYPE[draft.type] : false
    const marks = isUsual || isTheoryType(type) ? usualMarks(type) : draft.marks
    change({ type, marks, documents: parts.convertedOf(draft.documents, type, newId) })
  }
  const send = () => {
    setStrict(true)
    setAsks('send')
  }
  useStudioKeys({ save: () => void flush(), send, help: () => setAsks('keys'), zone: to => focusZone(page.current, to, setZone) })
  const sent = async () => {
    notice(fill(words.send.done, { code: version.code }))
    await navigate('/items')
  }
  return (
    <div className="z-studio" ref={page}>
      <PageHead
        title={fill(words.title, { type: INTERACTION_NAMES[draft.type][language], code: version.code })}
        purpose={fill(words.purpose, { n: version.version })}
        waiting={faults.length > 0 ? fill(words.missing, { n: faults.length }) : undefined}
        trail={<Link to="/items">{words.bank}</Link>}
        more={
          <>
            <SaveStateWord state={state} />
            <Button onClick={() => setAsks('keys')}>{words.keys.open}</Button>
          </>
        }
        action={
          <Button type="primary" onClick={send}>
            {words.send.act}
          </Button>
        }
      />
      {state.kind === 'refused' && (
        <RefusalNote
          refusal={state.told}
          what={words.save.whatRefused}
          next={<RefusedNext isStale={state.told.code === 'changed-meanwhile'} />}
          onRetry={() => void flush()}
        />
      )}
      <ZoneTabs zone={zone} onZone={setZone} />
      <div className="z-studio-zones" data-zone={zone}>
        <section className="z-zone z-zone-facts" aria-label={words.zones.facts}>
          <FactsZone
            version={version}
            draft={draft}
            faults={strict ? checks.factFaults : []}
            media={media}
            onChange={change}
            onType={turn}
          />
        </section>
        <section className="z-zone z-zone-write" aria-label={words.zones.write}>
          <parts.Editor
            key={draft.type}
            type={draft.type}
            draft={draft.documents}
            faults={strict ? own : []}
            addPicture={pictures.addPicture}
            newId={newId}
            onChange={documents => change({ documents })}
          />
        </section>
        <section className="z-zone z-zone-look" aria-label={words.zones.look}>
          <LookZone
            version={version}
            draft={draft}
            faults={faults}
            isSound={own.length === 0}
            checks={checks}
            similar={similar}
            parts={parts}
            onGo={go}
          />
        </section>
      </div>
      {pictures.dialog}
      <KeyHelp open={asks === 'keys'} onClose={() => setAsks(null)} />
      {asks === 'send' && (
        <SendDialog
          itemVersionId={version.itemVersionId}
          faults={faults.length}
          checks={checks}
          similar={similar}
          flush={flush}
          guard={guard}
          onFaults={toFaults}
          onClose={() => setAsks(null)}
          onSent={() => void sent()}
        />
      )}
    </div>
  )
}

function RefusedNext({ isStale }: { readonly isStale: boolean }) {
  const words = useWords(zh, en).save
  return (
    <>
      <span>{words.keep}</span>
      {isStale && (
        <button type="button" className="z-link" onClick={() => location.reload()}>
          {words.reload}
        </button>
      )}
    </>
  )
}

/** Shows a zone and puts the focus on its first control. */
function focusZone(page: HTMLElement | null, zone: Zone, show: (zone: Zone) => void): void {
  show(zone)
  requestAnimationFrame(() =>
    page?.querySelector<HTMLElement>(`.z-zone-${zone} :is(textarea, input:not([hidden]), select, button)`)?.focus(),
  )
}
