import { defineWords } from '../../ui/words.ts'

export const tourWords = defineWords(
  {
    name: 'Первый час',
    about: 'Что попробовать сначала',
    step: 'Шаг {at} из {of}',
    go: 'Открыть',
    next: 'Дальше',
    back: 'Назад',
    finish: 'Закончить',
    close: 'Закрыть; продолжить можно отсюда же',
    all: 'Все шаги',
    done: 'пройдено',
    overview: 'Картина дня',
    'overview.text':
      'Что просрочено, чей срок сегодня, сколько поступило и отвечено. Каждое число открывает ровно те дела, которые оно считает: нажмите на любое. «Как считается» показывает формулу.',
    cases: 'Список дел',
    'cases.text':
      'Всё, что ждёт работы. Виды сверху — мои, без исполнителя, срок сегодня, просрочено; остальное под «Условиями». Строки ходят стрелками, Enter открывает, клавиша «?» покажет остальные.',
    deadline: 'Срок и почему он такой',
    'deadline.text':
      'Откройте дело с близким сроком. Справа — сроки; «Почему так» считает день за днём, с выходными, паузами и пунктом, из которого срок взят.',
    triage: 'Разбор: тема и исполнитель',
    'triage.text':
      'Откройте дело без темы. Программа предлагает тему и место и говорит, по каким словам. Возьмите предложенное или выберите своё; без темы дело дальше не пойдёт.',
    answer: 'Ответ',
    'answer.text':
      'Возьмите дело в работу и подготовьте ответ: что сделано, кем и когда. Отправьте на утверждение — свой ответ утвердит другой человек.',
    approve: 'Утверждение',
    'approve.text':
      'Здесь дела, чей ответ ждёт вас. Рядом слова заявителя и ответ: утвердите или верните с замечанием — его увидит исполнитель.',
    newCase: 'Новое обращение',
    'newCase.text':
      'То, что пришло по телефону, на бумаге или на приёме. Пока вы печатаете, программа предложит тему, место и исполнителя.',
    import: 'Загрузка выгрузок',
    'import.text':
      'Перетащите XLSX или CSV из «Инцидент Менеджмента» или с ПОС. До записи видно, что понято, а что нет; та же выгрузка второй раз ничего не изменит, а загрузку можно отменить.',
    map: 'Карта и горячие точки',
    'map.text':
      'Где собираются дела: ячейки, населённые пункты или точки, за любой период. Справа — горячие точки: одна тема в одном месте чаще обычного. Щелчок показывает место и открывает его дела.',
    reports: 'Отчёты',
    'reports.text':
      'Что и к какому сроку ждут от центра. Программа считает черновик, ответственные дописывают свои части, руководитель утверждает; утверждённый отчёт больше не меняется и скачивается в DOCX, XLSX и PDF.',
    sorter: 'Сортировка, которая учится',
    'sorter.text':
      'Программа учится на делах центра. До ввода новой модели видно, насколько она точна на отложенных делах и какую долю разберёт сама; прежнюю можно вернуть.',
    people: 'Сотрудники',
    'people.text':
      'Заведите тех, кто будет работать: имя, роль, блок. Разовый пароль программа покажет один раз. Что может каждая роль — на вкладке «Роли и права».',
    charter: 'Устав центра',
    'charter.text':
      'По каким правилам работает центр: роли, темы, сроки, маршруты — и пункт, из которого взято каждое. «По умолчанию» значит, что положение этого не называет.',
    journal: 'Журналы',
    'journal.text':
      'Кто, когда и что сделал, и отдельно — кто и зачем смотрел персональные данные. Из журнала ничего нельзя убрать.',
  },
  {
    name: 'First hour',
    about: 'What to try first',
    step: 'Step {at} of {of}',
    go: 'Open',
    next: 'Next',
    back: 'Back',
    finish: 'Finish',
    close: 'Close; go on from here later',
    all: 'All steps',
    done: 'done',
    overview: 'The picture of the day',
    'overview.text':
      'What is overdue, what is due today, how much came in and was answered. Every figure opens exactly the cases it counts: press any. “How it is counted” shows the formula.',
    cases: 'The worklist',
    'cases.text':
      'Everything that waits for work. The views above: mine, unassigned, due today, overdue; the rest is under “Conditions”. Arrows move, Enter opens, “?” shows the other keys.',
    deadline: 'A deadline and why it is so',
    'deadline.text':
      'Open a case that is due soon. At the right stand its deadlines; “Why so” counts day by day, with days off, pauses and the clause the deadline comes from.',
    triage: 'Triage: topic and assignee',
    'triage.text':
      'Open a case without a topic. The program proposes a topic and a place and says by which words. Take it or choose your own; without a topic the case goes no further.',
    answer: 'The answer',
    'answer.text':
      'Take a case into work and draft an answer: what was done, by whom, when. Send it for approval: another person approves it.',
    approve: 'Approval',
    'approve.text':
      'Cases whose answer waits for you. The words of the resident stand beside the answer: approve, or return it with a remark that its author will see.',
    newCase: 'A new case',
    'newCase.text':
      'What came by telephone, on paper or at a reception. While you type, the program proposes topic, place and executor.',
    import: 'Import',
    'import.text':
      'Drop an XLSX or CSV of Incident Management or POS. Before anything is written you see what was understood; the same file twice changes nothing, and an import can be undone.',
    map: 'The map and hot spots',
    'map.text':
      'Where cases gather: cells, settlements or points, over any period. At the right stand the hot spots: one topic in one place more often than usual. A click shows the place and opens its cases.',
    reports: 'Reports',
    'reports.text':
      'What is expected of the centre and when. The program counts a draft, those answerable write their parts, the head approves; an approved report never changes and comes as DOCX, XLSX and PDF.',
    sorter: 'Sorting that learns',
    'sorter.text':
      'The program learns from the cases of the centre. Before a new model goes to work you see how exact it is on held-back cases and what share it would decide alone; the former one can be brought back.',
    people: 'People',
    'people.text':
      'Add those who will work: name, role, block. The one-time password is shown once. What each role may do is under “Roles and rights”.',
    charter: 'The charter',
    'charter.text':
      'The rules of the centre: roles, topics, deadlines, routes, and the clause each comes from. “Default” means that the act does not name it.',
    journal: 'Journals',
    'journal.text':
      'Who did what and when, and apart from it who looked at personal data and why. Nothing can be taken out of a journal.',
  },
)
