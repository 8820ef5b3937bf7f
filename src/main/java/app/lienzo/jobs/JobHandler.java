package app.lienzo.jobs;

/// Port: does the jobs of one kind. Called in the scope of the job's organization, outside of a
/// transaction.
public interface JobHandler<J extends Job> {
    Class<J> kind();

    void run(J job);
}
