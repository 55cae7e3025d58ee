// The page as SurveyJS's own getting-started shows it: model, render, send on completion.
import { h, render } from 'preact';
import { Model } from 'survey-core';
import 'survey-core/survey-core.css';
import { Survey } from 'survey-react-ui';
import definition from 'definition';

const survey = new Model(definition);
survey.locale = 'vi';
window.survey = survey;
survey.onComplete.add((sender) => fetch('/api/responses', { method: 'POST', body: JSON.stringify(sender.data) }));
render(h(Survey, { model: survey }), document.getElementById('survey'));
