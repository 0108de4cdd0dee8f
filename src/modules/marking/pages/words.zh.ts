export const zh = {
  queue: {
    title: '操作技能评分',
    purpose: '按四个评分项目评阅匿名试卷，每项25分，以0.5分为单位；提交后不能更改。',
    waiting: '{n}份试卷待评',
    withheld: '另有{n}份因考生来自您所在的机构，按回避规定未列出。',
    open: '待评试卷', done: '我已评阅', hint: '试卷编号', columns: { number: '试卷编号', level: '职业等级', openedAt: '交评时间', markedAt: '评阅时间', total: '总分' },
    empty: { what: '没有待评的试卷', how: '操作技能场次结束后，由考点交评的试卷会列在这里。' }, noneDone: { what: '还没有评阅记录', how: '提交评分后，您评过的试卷会列在这里，供核对。' },
  },
  form: {
    title: '评分表', mark: '得分', of: '满分{n}分', comment: '评语', commentHint: '低于{n}分须写明扣分理由', total: '总分', open: '还有{n}项未评', submit: '提交评分', confirm: '提交后不能更改，确定提交？', yes: '提交', no: '再看看',
    done: '试卷{number}已评，总分{total}分', refused: '评分未提交', fixed: '已提交的评分不能更改。如有疑义，请报告考评组长。',
  },
  lead: {
    title: '评分进度', purpose: '查看各场次操作技能试卷的评阅进度；按座位分发匿名编号，不向考评员出示姓名与座位。', waiting: '{n}份试卷待评', hint: '试卷编号、考场、考评员',
    columns: { number: '试卷编号', place: '考场座位', site: '考点', level: '职业等级', state: '状态', assessor: '考评员', total: '总分', at: '评阅时间' },
    seat: '{room}{seat}号', state: { waiting: '待评', marked: '已评' }, empty: { what: '还没有交评的试卷', how: '操作技能场次结束并交评后，试卷会列在这里。' }, noMarks: '尚未评分。',
  },
}
