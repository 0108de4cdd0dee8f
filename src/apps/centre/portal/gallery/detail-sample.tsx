import { Button } from 'antd'
import { instantOf } from '../../../../kernel/instant.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { FindingList } from '../../../../ui/components/facts/finding-list.tsx'
import { StateHistory } from '../../../../ui/components/facts/state-steps.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet, TwoSides } from '../../../../ui/components/page/sheet.tsx'
import { showInstant, showMinutes, showMoney } from '../../../../ui/format.ts'
import { useLanguage } from '../../../../ui/words.ts'
import { findings } from './sample-texts.ts'
import { useSay } from './say.ts'

const refusal = {
  code: 'application-closed',
  status: 409,
  facts: {},
  zh: '本考次报名已于2026年11月20日（周五）17:00截止。您填写的内容已存为草稿，可转报2027年2月考次。',
  en: 'Registration for this session closed on Fri 20 Nov 2026, 17:00. What you entered is kept as a draft for the session of February 2027.',
}

/** One application: facts left, evidence and history right. */
export function DetailSample() {
  const say = useSay()
  const language = useLanguage()
  const next = <a href="/gallery/home">{say('转报下一考次', 'Move to the next session')}</a>
  const evidence = (
    <>
      <RefusalNote refusal={refusal} what={say('申报未能提交', 'The application was not submitted')} next={next} />
      <Sheet title={say('申报条件核对', 'Eligibility')} note={say('具备以下条件之一', 'one of these')}>
        <FindingList findings={findings[language]} />
      </Sheet>
    </>
  )
  return (
    <>
      <PageHead
        title={say('申报审核', 'Review')}
        purpose={say('对照申报条件逐款核对材料，给出审核结论。', 'Check the evidence against each clause and decide.')}
        waiting={say('还有2天', '2 days left')}
        trail={<a href="/gallery/table">{say('申报列表', 'Applications')}</a>}
        more={<Button danger>{say('不通过', 'Refuse')}</Button>}
        action={<Button type="primary">{say('审核通过', 'Accept')}</Button>}
      />
      <TwoSides facts={<ApplicationFacts />} evidence={evidence} />
    </>
  )
}

function ApplicationFacts() {
  const say = useSay()
  const language = useLanguage()
  const at = (iso: string) => showInstant(instantOf(iso), language)
  const facts = [
    { label: say('姓名', 'Name'), value: '阿依古丽·买买提' },
    { label: say('证件号码', 'ID number'), value: '650***********0428' },
    { label: say('申报等级', 'Level'), value: say('电子商务师（三级）', 'E-commerce specialist, level 3') },
    { label: say('考次', 'Session'), value: say('2026年11月', 'November 2026'), note: at('2026-11-28T01:00:00Z') },
    { label: say('理论时长', 'Theory'), value: showMinutes(90, language) },
    { label: say('鉴定费', 'Fee'), value: showMoney(31500) },
  ]
  const why = say('毕业证书第二页看不清印章，请重新扫描。', 'The stamp on page two cannot be read; scan it again.')
  const happenings = [
    {
      at: at('2026-11-22T06:12:00Z'),
      what: say('要求补充材料', 'Evidence asked'),
      who: say('报名审核员　高山流', 'Registrar Gao'),
      why,
      tone: 'waiting' as const,
    },
    {
      at: at('2026-11-20T01:03:00Z'),
      what: say('提交申报', 'Application submitted'),
      who: say('本人', 'Applicant'),
      tone: 'running' as const,
    },
    { at: at('2026-11-19T12:40:00Z'), what: say('建立草稿', 'Draft made'), who: say('本人', 'Applicant') },
  ]
  return (
    <>
      <Sheet title={say('申报信息', 'Application')}>
        <Facts facts={facts} />
      </Sheet>
      <Sheet title={say('经过', 'History')}>
        <StateHistory happenings={happenings} />
      </Sheet>
    </>
  )
}
