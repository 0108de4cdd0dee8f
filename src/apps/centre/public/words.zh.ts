/** The words of the public pages' frame; Chinese is the source. */
export const zh = {
  name: '职衡',
  platform: '职业资格培训考核综合平台',
  skip: '跳到正文',
  language: 'English',
  lookUp: '查询证书',
  signIn: '登录平台',
  home: '首页',
  title: '一份职业标准，从培训到证书',
  lead: '依据国家职业标准，办理培训、实训、申报、考试、评分、发证与查询。每一步都写明依据的条款，每一个结果都可以核对。',
  chain: '一份证书的由来',
  steps: {
    training: { name: '培训', note: '按标准学时上课，逐个模块测验' },
    laboratory: { name: '实训', note: '在模拟商务环境里动手，每一分都有理由' },
    application: { name: '申报', note: '逐款核对申报条件，缺什么、何时可报，一目了然' },
    exam: { name: '考试', note: '理论知识与操作技能，全程机考，作答不丢失' },
    marking: { name: '评分', note: '机器评分与双人背对背评分，分歧由第三人仲裁' },
    certificate: { name: '证书', note: '统一编号、数字签名，撤销与更正均有记录' },
    lookUp: { name: '查询', note: '凭编号与姓名，任何人都可核验真伪与效力' },
  },
  doors: {
    candidate: { name: '考生与学员', text: '看清自己现在可以申报哪一级、还缺什么；报名、练习、打印准考证、查看分技能成绩。' },
    institution: { name: '培训鉴定机构', text: '申请授权，管理班级、考场与人员，组织模块测验和统考。' },
    employer: { name: '用人单位与公众', text: '输入证书编号和姓名，或扫描证书上的二维码，即可看到鉴定内容与当前状态。' },
  },
  footer: '本平台所示时间均为北京时间。',
  notFound: { what: '没有这个页面', how: '地址可能写错了，或页面已经移走。' },
} as const
