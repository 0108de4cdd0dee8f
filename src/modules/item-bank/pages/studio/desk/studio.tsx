import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INTERACTION_NAMES } from '../../../../interactions/contract.ts'
import { FactsZone } from '../facts/facts-zone.tsx'
import { usePictureDialog } from '../facts/use-picture-dialog.tsx'
import { useStimulus } from '../looking/use-stimulus.ts'
import { LookZone } from '../looking/look-zone.tsx'
import { SaveStateWord } from '../saving/save-state.tsx'
import type { OpenedVersion } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { KeyHelp } from './key-help.tsx'
import { SendDialog } from './send-dialog.tsx'
import { type StudioHold, newId, useStudio } from './use-studio.ts'
import { ZoneTabs } from './zone-tabs.tsx'

type Props = { readonly opened: OpenedVersion; readonly parts: StudioParts }
type Held = Props & { readonly studio: StudioHold }

/** The desk of a writer: facts left, the item in the middle, what a candidate sees and what the machine notices right. */
export function Studio({ opened, parts }: Props) {
  const page = useRef<HTMLDivElement>(null)
  const studio = useStudio(page, opened, parts)
  return (
    <div className="z-studio" ref={page}>
      <StudioHead opened={opened} parts={parts} studio={studio} />
      <SaveRefusal studio={studio} />
      <ZoneTabs zone={studio.zone} onZone={studio.setZone} />
      <Zones opened={opened} parts={parts} studio={studio} />
      <KeyHelp open={studio.asks === 'keys'} onClose={() => studio.ask(null)} />
      {studio.asks === 'send' && <Sending opened={opened} parts={parts} studio={studio} />}
    </div>
  )
}

function StudioHead({ opened: { version }, studio }: Held) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { hold, faults, checks, ask } = studio
  const missing = faults.all.length + checks.findings.filter(finding => finding.severity === 'error').length
  return (
    <PageHead
      title={fill(words.title, { type: INTERACTION_NAMES[hold.draft.type][language], code: version.code })}
      purpose={fill(words.purpose, { n: version.version })}
      waiting={missing > 0 ? fill(words.missing, { n: missing }) : undefined}
      trail={<Link to="/items">{words.bank}</Link>}
      more={
        <>
          <SaveStateWord state={hold.state} />
          <Button onClick={() => ask('keys')}>{words.keys.open}</Button>
        </>
      }
      action={
        <Button type="primary" onClick={() => ask('send')}>
          {words.send.act}
        </Button>
      }
    />
  )
}

/** Why the draft is not kept, and what can be done: what was written is still on the page. */
function SaveRefusal({ studio }: Pick<Held, 'studio'>) {
  const words = useWords(zh, en).save
  const { state, flush } = studio.hold
  if (state.kind !== 'refused') return null
  const next = (
    <>
      <span>{words.keep}</span>
      {state.told.code === 'changed-meanwhile' && (
        <button type="button" className="z-link" onClick={() => location.reload()}>
          {words.reload}
        </button>
      )}
    </>
  )
  return <RefusalNote refusal={state.told} what={words.whatRefused} next={next} onRetry={() => void flush()} />
}

function Zones({ opened, parts, studio }: Held) {
  const { version } = opened
  const words = useWords(zh, en).zones
  const [media, setMedia] = useState(opened.media)
  const pictures = usePictureDialog(version.writer, kept => setMedia(known => [...known, kept]))
  const { hold, zone, strict, faults, checks, similar, turn, go } = studio
  const { draft, change } = hold
  const stimulus = useStimulus(opened, draft.stimulusVersionId)
  return (
    <div className="z-studio-zones" data-zone={zone}>
      <section className="z-zone z-zone-facts" aria-label={words.facts}>
        <FactsZone
          version={version}
          draft={draft}
          faults={strict ? faults.facts : []}
          media={media}
          parts={parts}
          onChange={change}
          onType={turn}
        />
      </section>
      <section className="z-zone z-zone-write" aria-label={words.write}>
        <parts.Editor
          key={draft.type}
          type={draft.type}
          draft={draft.documents}
          faults={strict ? faults.documents : []}
          addPicture={pictures.addPicture}
          newId={newId}
          onChange={documents => change({ documents })}
        />
      </section>
      <section className="z-zone z-zone-look" aria-label={words.look}>
        <LookZone
          version={version}
          draft={draft}
          faults={faults.all}
          isSound={faults.documents.length === 0}
          strict={strict}
          checks={checks}
          similar={similar}
          parts={parts}
          stimulus={stimulus}
          onGo={go}
        />
      </section>
      {pictures.dialog}
    </div>
  )
}

function Sending({ opened: { version }, studio }: Held) {
  const words = useWords(zh, en).send
  const navigate = useNavigate()
  const { hold, faults, checks, similar, ask, go } = studio
  const toFaults = () => {
    const [first] = faults.all
    ask(null)
    if (first) go(first.path)
  }
  const sent = async () => {
    notice(fill(words.done, { code: version.code }))
    await navigate('/items')
  }
  return (
    <SendDialog
      itemVersionId={version.itemVersionId}
      faults={faults.all.length}
      checks={checks}
      similar={similar}
      flush={hold.flush}
      guard={hold.guard}
      onFaults={toFaults}
      onClose={() => ask(null)}
      onSent={() => void sent()}
    />
  )
}
