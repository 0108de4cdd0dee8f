import { Funnel } from '../../../../ui/components/charts/funnel.tsx'
import { Radar } from '../../../../ui/components/charts/radar.tsx'
import { WeightBars } from '../../../../ui/components/charts/weight-bars.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { useLanguage } from '../../../../ui/words.ts'
import { season, skills, weights } from './sample-texts.ts'
import { useSay } from './say.ts'

/** Results by skill, weights and a season, drawn. */
export function ChartSample() {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <PageHead
        title={say('成绩与统计', 'Results')}
        purpose={say('按技能看成绩，按权重看试卷，按环节看一个考次。', 'Results by skill, papers by weight, a session by stage.')}
      />
      <div className="z-two-sides z-chart-sample">
        <div className="z-stack">
          <Sheet>
            <Radar
              title={say('操作技能成绩（按技能）', 'Practical result by skill')}
              passLine={60}
              skills={skills.map(skill => ({ ...skill, label: skill[language] }))}
            />
          </Sheet>
        </div>
        <div className="z-stack">
          <Sheet>
            <WeightBars
              title={say('比重表（三级）', 'Weight table, level 3')}
              series={[say('理论知识', 'Theory'), say('操作技能', 'Practical')]}
              rows={weights.map(row => ({ label: row[language], weights: row.weights }))}
            />
          </Sheet>
          <Sheet>
            <Funnel
              title={say('2026年11月考次', 'Session of November 2026')}
              stages={season.map(stage => ({ label: stage[language], count: stage.count, rate: stage.rate[language === 'zh' ? 0 : 1] }))}
            />
          </Sheet>
        </div>
      </div>
    </>
  )
}
