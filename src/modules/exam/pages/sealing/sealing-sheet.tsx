import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { ProgressJob } from '../../../../ui/components/facts/progress-job.tsx'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { cancelSealing, downloadAllPackages, listSealings, type SealingView } from '../../contract.ts'
import { PackageTable } from './package-table.tsx'
import { ScriptList } from './script-list.tsx'
import { SealForm } from './seal-form.tsx'
import { useDownload } from './use-download.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const SEALING_TONES: Readonly<Record<SealingView['state'], Tone>> = {
  running: 'running',
  'to-sign': 'waiting',
  finishing: 'running',
  sealed: 'done',
  failed: 'failing',
  cancelled: 'ended',
}

type Props = { readonly sealing: SealingView; readonly national: boolean; readonly hasKey: boolean; readonly open: boolean }

/** One sealing: how far it is, the seals, the ceremony and the packages. Older ones are folded. */
export function SealingSheet({ sealing, national, hasKey, open: first }: Props) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [open, setOpen] = useState(first && sealing.state !== 'cancelled')
  const { number, state, rehearsal, validFrom, validUntil } = sealing
  const title = (
    <button type="button" className="z-seal-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
      <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
      {fill(words.sheet.title, { number })}
      <span className="z-seal-kind">{words.kinds[rehearsal ? 'rehearsal' : 'real']}</span>
      <StateWord tone={SEALING_TONES[state]}>{words.states[state]}</StateWord>
    </button>
  )
  const span = fill(words.sheet.valid, {
    from: showInstant(instant(validFrom), language),
    until: showInstant(instant(validUntil), language),
  })
  return (
    <Sheet title={title} note={open && span} actions={open && <Acts sealing={sealing} national={national} />}>
      {open && (
        <div className="z-stack">
          <Progress sealing={sealing} />
          {sealing.refusal && <RefusalNote refusal={{ ...sealing.refusal, facts: {}, status: 409 }} />}
          {national && state === 'to-sign' && <SealForm sealing={sealing} hasKey={hasKey} />}
          <div className="z-seal-two">
            <ScriptList sealing={sealing} />
            <PackageTable sealing={sealing} />
          </div>
        </div>
      )}
    </Sheet>
  )
}

function Progress({ sealing: { state, done, total } }: Pick<Props, 'sealing'>) {
  const words = useWords(zh, en).sheet
  if (state !== 'running' && state !== 'finishing') return null
  return <ProgressJob title={words.progress[state]} state="running" done={done} total={total} phase={words.phase[state]} />
}

function Acts({ sealing, national }: Pick<Props, 'sealing' | 'national'>) {
  const words = useWords(zh, en).sheet
  const { sealingId, sessionId, state } = sealing
  const all = useDownload(downloadAllPackages)
  const stop = useAct(cancelSealing, [listSealings])
  const cancel = async () => {
    const done = await stop.act({ params: { sealingId } })
    if (done.ok) notice(words.cancelled, 'ended')
  }
  return (
    <>
      {national && (state === 'running' || state === 'to-sign') && (
        <Popconfirm
          title={words.cancelSure}
          okText={words.yes}
          cancelText={words.no}
          icon={null}
          placement="bottomRight"
          onConfirm={() => void cancel()}
        >
          <Button loading={stop.busy}>{words.cancel}</Button>
        </Popconfirm>
      )}
      {state === 'sealed' && sealing.packages.length > 0 && (
        <Button icon={<Icon name="download" size={16} />} loading={all.busy} onClick={() => void all.download({ params: { sealingId } })}>
          {words.downloadAll}
        </Button>
      )}
      {national && state === 'sealed' && (
        <Link className="z-button" to={`/sessions/${sessionId}/sealing/${sealingId}/key`}>
          {words.key}
        </Link>
      )}
      <RefusalNote refusal={stop.refusal} what={words.cancelRefused} />
      <RefusalNote refusal={all.refusal} what={words.downloadRefused} />
    </>
  )
}
