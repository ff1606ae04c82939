import { join } from 'node:path';
import express from 'express';

/** The yardstick (c): the smallest Express and EJS program that renders a 25-item agenda page of about 20 KB from memory. */
const app = express();
app.set('view engine', 'ejs');
app.set('views', join(__dirname));
app.set('view cache', true);

const words =
  'The office shows attendance by school and weekday, which schools improved, what they did, and what families say keeps children at home. ';
const items = Array.from({ length: 25 }, (_, index) => ({
  number: index + 1,
  title: `Item ${index + 1}: attendance after long weekends`,
  time: '6:00 PM',
  presenter: 'Local district office',
  text: words.repeat(4),
}));

app.get('/', (_req, res) => {
  res.render('reference', { title: 'Regular meeting', items });
});

const server = app.listen(0, () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`Ready: http://127.0.0.1:${address.port}\n`);
});
