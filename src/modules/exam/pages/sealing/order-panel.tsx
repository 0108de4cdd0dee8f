import { Button, Form, InputNumber, Radio, Select } from 'antd'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { SidePanel } from '../../../../ui/components/table/side-panel.tsx'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { listSealings, orderSealing } from '../../contract.ts'
import type { Sealings } from '../answers.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Order = { readonly kind: 'real' | 'rehearsal'; readonly sites: string[]; readonly custodians: string[]; readonly needed: number }
type Props = { readonly sealings: Sealings; readonly open: boolean; readonly onClose: () => void }
const USUAL_CUSTODIANS = 5
const USUAL_NEEDED = 3

/** Orders packages: for which sites, and among whom the key is divided. */
export function OrderPanel({ sealings, open, onClose }: Props) {
  const words = useWords(zh, en).panel
  const [form] = Form.useForm<Order>()
  const { act, busy, refusal } = useAct(orderSealing, [listSealings])
  const submit = async ({ kind, ...order }: Order) => {
    const body = { ...order, rehearsal: kind === 'rehearsal' }
    const done = await act({ params: { sessionId: sealings.session.sessionId }, body })
    if (!done.ok) return
    notice(words.started, 'running')
    onClose()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{words.cancel}</Button>
      <Button type="primary" loading={busy} onClick={() => form.submit()}>
        {words.submit}
      </Button>
    </>
  )
  const usual = sealings.volunteers.slice(0, USUAL_CUSTODIANS).map(one => one.personId)
  const initial: Order = {
    kind: 'real',
    sites: sealings.sites.filter(site => site.ready).map(site => site.siteCode),
    custodians: usual,
    needed: Math.max(2, Math.min(USUAL_NEEDED, usual.length)),
  }
  return (
    <SidePanel open={open} title={words.title} onClose={onClose} actions={actions}>
      <p>{words.intro}</p>
      <Form<Order> form={form} layout="vertical" initialValues={initial} onFinish={values => void submit(values)}>
        <OrderFields sealings={sealings} />
      </Form>
      <RefusalNote refusal={refusal} what={words.refused} />
    </SidePanel>
  )
}

function OrderFields({ sealings: { sites, volunteers } }: Pick<Props, 'sealings'>) {
  const words = useWords(zh, en).panel
  const ready = sites.filter(site => site.ready)
  const short = sites.length - ready.length
  return (
    <>
      <Form.Item name="kind" label={words.kind}>
        <Radio.Group
          className="z-choices"
          options={[
            { value: 'real', label: words.real },
            { value: 'rehearsal', label: words.rehearsal },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="sites"
        label={words.sites}
        rules={[{ required: true, message: words.sitesRule }]}
        {...(short > 0 && { extra: fill(words.notReady, { count: short }) })}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={ready.map(site => ({ value: site.siteCode, label: `${site.siteName}（${site.siteCode}）` }))}
        />
      </Form.Item>
      <Form.Item
        name="custodians"
        label={words.custodians}
        rules={[{ required: true, type: 'array', min: 2, message: words.custodiansRule }]}
        extra={volunteers.length === 0 ? words.noVolunteers : words.custodiansNote}
      >
        <Select mode="multiple" optionFilterProp="label" options={volunteers.map(one => ({ value: one.personId, label: one.name }))} />
      </Form.Item>
      <Form.Item name="needed" label={words.needed} extra={words.neededNote}>
        <InputNumber min={2} max={15} precision={0} />
      </Form.Item>
    </>
  )
}
