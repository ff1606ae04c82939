import { autosaveForms } from './autosave';
import { copyButtons } from './copy';
import { countWords } from './count-words';
import { dragRows } from './drag';
import { sumWeights } from './sum-weights';
import { focusErrorSummary } from './focus-errors';
import { guardForms } from './guard';
import { listKeys } from './list-keys';
import { scoreKeys } from './score-keys';

focusErrorSummary();
countWords();
sumWeights();
autosaveForms();
guardForms();
copyButtons();
listKeys();
scoreKeys();
dragRows();
