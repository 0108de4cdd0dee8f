import { useEffect, useRef, useState } from '../../../../../ui/hooks.ts'
import { partsOf } from '../../../pages/desktop/addresses.ts'
import { SitePage } from './site-page.tsx'
import { Start } from './start.tsx'
import type { NetProps } from './view.ts'
import { words } from './words.ts'

/** 网络: the page of the address in the bar, or, at no address, the programs of the machine. Those stay as they were left, half-filled forms too. */
export function NetPage(props: NetProps) {
  const { address } = props
  const isStart = address.startsWith('about:')
  return (
    <>
      <div hidden={!isStart}>
        <Start {...props} />
      </div>
      {!isStart && <Visit {...props} key={address} />}
    </>
  )
}

/** Whoever enters an address visits it: the visit is an act in the world, with its warning. */
function Visit(props: NetProps) {
  const { address, act, go, view } = props
  const [fault, setFault] = useState<{ readonly code: string; readonly zh: string } | null>(null)
  const [arrived, setArrived] = useState(false)
  const askedRef = useRef(false)
  const open = async (proceed: boolean): Promise<void> => {
    const acted = await act('net.open', { url: address, proceed }, { quiet: true })
    setFault(acted.kind === 'refused' ? acted.refusal : null)
    setArrived(acted.kind === 'done')
  }
  useEffect(() => {
    if (askedRef.current) return
    askedRef.current = true
    void open(false)
  })
  if (fault !== null) return <Fault fault={fault} onBack={() => go(view.home)} onProceed={() => void open(true)} />
  const { host } = partsOf(address)
  const site = view.pages.find(page => page.host === host)
  if (!arrived || site === undefined) return <p className="lab-loading">{words.opening}</p>
  return <SitePage {...props} site={site} />
}

type FaultProps = {
  readonly fault: { readonly code: string; readonly zh: string }
  readonly onBack: () => void
  readonly onProceed: () => void
}

function Fault({ fault, onBack, onProceed }: FaultProps) {
  const warned = fault.code.startsWith('E_CERT')
  return (
    <div className={warned ? 'net-fault net-fault-warned' : 'net-fault'} role="alert">
      {warned && <h2>{words.warning}</h2>}
      <p>{fault.zh}</p>
      <div className="lab-buttons">
        <button type="button" className="z-button z-button-primary" onClick={onBack}>
          {warned ? words.back : words.toHome}
        </button>
        {warned && (
          <button type="button" className="z-button" onClick={onProceed}>
            {words.proceed}
          </button>
        )}
      </div>
    </div>
  )
}
