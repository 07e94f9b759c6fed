import { defineWords } from '../ui/words.ts'

export const signInWords = defineWords(
  {
    title: 'Вход',
    about: 'Рабочее место муниципального центра управления',
    login: 'Имя для входа',
    password: 'Пароль',
    enter: 'Войти',
    forgot: 'Забыли пароль? Разовый пароль выдаёт администратор или руководитель центра.',
    demoTitle: 'Посмотреть на вымышленном центре',
    demoHint: 'Все дела и люди в нём выдуманы.',
    show: 'Показать пароль',
  },
  {
    title: 'Sign in',
    about: 'The workplace of a municipal management centre',
    login: 'Sign-in name',
    password: 'Password',
    enter: 'Sign in',
    forgot: 'Forgot the password? The administrator or the head of the centre gives a one-time password.',
    demoTitle: 'Look around an invented centre',
    demoHint: 'All cases and people in it are made up.',
    show: 'Show the password',
  },
)
