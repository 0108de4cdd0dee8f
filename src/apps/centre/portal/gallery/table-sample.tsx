import { Button } from 'antd'
import { localDate } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { FindingList } from '../../../../ui/components/facts/finding-list.tsx'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showDate } from '../../../../ui/format.ts'
import { type Language, useLanguage } from '../../../../ui/words.ts'
import { type SampleApplication, applications, findings, stateWords } from './sample-texts.ts'
import { useSay } from './say.ts'

function columnsIn(language: Language): readonly Column<SampleApplication>[] {
  const say = (zh: string, en: string) => ({ zh, en })[language]
  const levels = ['四级', '三级', '二级', '一级'].map(value => ({ value, label: value }))
  const states = Object.entries(stateWords).map(([value, words]) => ({ value, label: words[language] }))
  return [
    { key: 'name', title: say('姓名', 'Name'), text: row => row.name },
    { key: 'id', title: say('申报编号', 'Number'), text: row => row.id },
    { key: 'level', title: say('等级', 'Level'), text: row => row.level, filter: { choices: levels, value: row => row.level } },
    { key: 'institution', title: say('培训机构', 'Institution'), text: row => row.institution },
    { key: 'clause', title: say('依据条款', 'Clause'), text: row => row.clause, hidden: true },
    { key: 'hours', title: say('学时', 'Hours'), text: row => row.hours, number: true },
    { key: 'handedIn', title: say('提交日期', 'Submitted'), text: row => showDate(localDate(row.handedIn), language) },
    {
      key: 'state',
      title: say('状态', 'State'),
      text: row => stateWords[row.state][language],
      show: row => <StateWord tone={stateWords[row.state].tone}>{stateWords[row.state][language]}</StateWord>,
      filter: { choices: states, value: row => row.state },
    },
  ]
}

const columns = { zh: columnsIn('zh'), en: columnsIn('en') }

/** A working table with its side panel. */
export function TableSample() {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <PageHead
        title={say('资格审查', 'Eligibility review')}
        purpose={say('核对每份申报的材料与条件，作出结论。', 'Check each application against the clauses and decide.')}
        waiting={say('8份申报待审，最早一份还有2天', '8 applications wait, the first has 2 days left')}
        action={<Button type="primary">{say('审核下一份', 'Review the next')}</Button>}
      />
      <WorkTable
        name={say('资格审查', 'Eligibility review')}
        rows={applications}
        columns={columns[language]}
        keyOf={row => row.id}
        searchHint={say('姓名、编号或机构', 'Name, number or institution')}
        empty={
          <EmptyState
            what={say('还没有申报', 'No application yet')}
            how={say('报名开始后，考生的申报会出现在这里。', 'They appear here once registration opens.')}
          />
        }
        panel={row => panelOf(row, language)}
      />
    </>
  )
}

function panelOf(row: SampleApplication, language: Language): RowPanel {
  const say = (zh: string, en: string) => ({ zh, en })[language]
  const facts = columns[language].slice(1, 6).map(column => ({ label: column.title, value: column.text(row) }))
  return {
    title: row.name,
    state: <StateWord tone={stateWords[row.state].tone}>{stateWords[row.state][language]}</StateWord>,
    body: (
      <>
        <Sheet>
          <Facts facts={facts} />
        </Sheet>
        <Sheet title={say('申报条件核对', 'Eligibility')}>
          <FindingList findings={findings[language]} />
        </Sheet>
      </>
    ),
    actions: (
      <>
        <Button>{say('要求补充材料', 'Ask for evidence')}</Button>
        <Button danger>{say('不通过', 'Refuse')}</Button>
        <Button type="primary">{say('审核通过', 'Accept')}</Button>
      </>
    ),
  }
}
